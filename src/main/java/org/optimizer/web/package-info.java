/** Pages and HTTP interface. */
package org.optimizer.web;

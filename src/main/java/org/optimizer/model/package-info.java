/** The words of the business: records and enums that every other package speaks in. Imports nothing but the JDK. */
package org.optimizer.model;

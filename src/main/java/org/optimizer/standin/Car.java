package org.optimizer.standin;

/** A vehicle as the traces' provider lists it; the name is the key between its world and the product's. */
record Car(long id, String name) {}

package org.optimizer.extract;

/** A page of a list, counted while it is read. */
interface Page extends AnswerReading {

    int rows();

    /** What its first row is known by; null without rows. */
    String first();

    /** Whether it begins as the page before: then it gave nothing. */
    boolean repeats();

    /** Makes the page that follows one. */
    interface Reader {
        /** @param firstBefore what the page before began with; null for the first page */
        Page page(String firstBefore);
    }
}

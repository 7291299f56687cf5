package org.optimizer.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a drawn bar, in hundredths of the width there is.
 *
 * @param look name of its colour
 * @param title what it stands for, with its figure
 */
record Bar(double x, double width, String look, String title) {

    /** A piece before it is drawn. */
    record Piece(double value, String look, String title) {}

    /** Pieces side by side. @param full the value that fills the whole width; nothing is drawn when it is 0 */
    static List<Bar> stack(List<Piece> pieces, double full) {
        List<Bar> bars = new ArrayList<>();
        double x = 0;
        for (Piece piece : pieces) {
            double width = full > 0 ? 100 * piece.value / full : 0;
            if (width > 0) {
                bars.add(new Bar(x, width, piece.look, piece.title));
                x += width;
            }
        }
        return bars;
    }
}

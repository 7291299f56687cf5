package org.optimizer.extract.files;

import java.util.Optional;
import org.optimizer.model.FixSink;

/** Where the fixes of each vehicle that a file names go. */
public interface FixSinks {

    /** @return empty when there is no such vehicle */
    Optional<? extends FixSink> of(String vehicle);
}

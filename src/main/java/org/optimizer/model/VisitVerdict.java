package org.optimizer.model;

/**
 * What a zone visit was.
 *
 * @param stopped long enough to load or unload; otherwise it passed through
 * @param rule that said so
 */
public record VisitVerdict(boolean stopped, String rule) {
    public static final String VISIT = "visit";
    public static final String PASS_THROUGH = "pass-through";

    public String kind() {
        return stopped ? VISIT : PASS_THROUGH;
    }
}

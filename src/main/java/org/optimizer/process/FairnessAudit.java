package org.optimizer.process;

/** Looks, after each ranking, whether a device, its sampling or a vehicle wins instead of a driver. */
public class FairnessAudit {

    /** Audits the weeks up to this one and keeps what was found. @return how many findings need a look */
    public int audit(String contestId, String week) {
        throw new UnsupportedOperationException();
    }
}

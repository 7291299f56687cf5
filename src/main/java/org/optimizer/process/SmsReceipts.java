package org.optimizer.process;

import java.util.Map;

/** Takes in what the provider says became of a message. */
public class SmsReceipts {

    /**
     * @param fields of one delivery receipt, by the provider's names; a receipt that belongs to no message of ours changes nothing
     */
    public void receive(Map<String, String> fields) {
        throw new UnsupportedOperationException();
    }
}

package org.optimizer.load;

import org.apache.camel.ProducerTemplate;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;

/** Hands one message to the SMS provider (Nexmo SMS API), once; whoever calls it has claimed the message before. */
public class SmsGateway {
    private final ProducerTemplate camel;

    public SmsGateway(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Never throws for what the provider or the network does: that is an outcome. */
    public SendOutcome send(Sms message) {
        throw new UnsupportedOperationException();
    }
}

package org.optimizer.extract;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Site;

/** Reads the sites. */
public class Sites {
    private final ProducerTemplate camel;

    public Sites(ProducerTemplate camel) {
        this.camel = camel;
    }

    public List<Site> list() {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException when there is no such site */
    public Site get(String siteId) {
        throw new UnsupportedOperationException();
    }
}

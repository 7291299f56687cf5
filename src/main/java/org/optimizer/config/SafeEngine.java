package org.optimizer.config;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * Lets ids be written as people write them ({@code contest-approver}, {@code jo.roy@quarry.example}), and switches off that queries,
 * sent or stored in filters, are evaluated as expressions, that is as code.
 */
class SafeEngine extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setUserResourceWhitelistPattern("[a-zA-Z0-9._@-]+");
        engine.setLoginMaxAttempts(
                Integer.MAX_VALUE); // a stranger may make the only administrator wait a minute, not for good
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
    }
}

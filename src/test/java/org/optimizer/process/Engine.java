package org.optimizer.process;

import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;

/** An engine in memory with the real processes; whatever they call is registered by a test. */
final class Engine {
    private Engine() {}

    static ProcessEngine start(String name) {
        return start(name, "jdbc:h2:mem:" + UUID.randomUUID());
    }

    /** On a database that may have been another engine's before, as after a restart. */
    static ProcessEngine start(String name, String jdbcUrl) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl(jdbcUrl);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        configuration.setFailedJobRetryTimeCycle("PT10S,PT1M,PT10M");
        configuration.setMetricsEnabled(false);
        ProcessEngine engine = configuration.buildProcessEngine();
        Mocks.register("sanityCheck", mock(SanityCheck.class)); // every fetch and every review asks for one
        Mocks.register("reviewWatch", mock(ReviewWatch.class)); // every review has its deadline watched
        deploy(engine, "fetch-traces");
        deploy(engine, "fetch-nightly");
        deploy(engine, "weekly-contest");
        deploy(engine, "driving-kpis");
        deploy(engine, "change-rules");
        deploy(engine, "check-data");
        deploy(engine, "refresh-facts");
        deploy(engine, "backfill-traces");
        deploy(engine, "settle-unclear-sms");
        deploy(engine, "handle-objection");
        return engine;
    }

    private static void deploy(ProcessEngine engine, String process) {
        try {
            String file = process + ".bpmn";
            engine.getRepositoryService()
                    .createDeployment()
                    .addString(file, Files.readString(Path.of("processes", file)))
                    .deploy();
        } catch (IOException e) {
            throw new IllegalStateException("processes/" + process + ".bpmn: expected beside the pom", e);
        }
    }

    static void stop(ProcessEngine engine) {
        Mocks.reset();
        engine.close();
    }
}

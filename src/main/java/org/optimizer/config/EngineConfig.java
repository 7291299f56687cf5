package org.optimizer.config;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** How the engine is set up, beyond what application.yaml says. */
@Configuration
class EngineConfig {

    /** Jobs run only once routes, rules, processes and stand-ins are there: {@link Start} starts their executor. */
    @Bean
    @Order
    AbstractCamundaConfiguration jobsWaitForTheStartAndFailInWords() {
        return new AbstractCamundaConfiguration() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setJobExecutorActivate(false);
                engine.setCustomIncidentHandlers(List.of(new IncidentsInWords()));
            }
        };
    }
}

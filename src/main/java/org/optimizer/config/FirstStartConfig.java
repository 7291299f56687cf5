package org.optimizer.config;

import java.nio.file.Path;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a fresh database needs before the first sign-in. */
@Configuration(proxyBeanMethods = false)
class FirstStartConfig {

    @Bean
    SafeEngine safeEngine() {
        return new SafeEngine();
    }

    /** Written to the console, not to the log: a log file would keep the password. */
    @Bean
    FirstAdministrator firstAdministrator(
            ProcessEngine engine,
            PlatformTransactionManager transactions,
            @Value("${optimizer.admin.password-file:}") String passwordFile,
            @Value("${optimizer.standin.demo:false}") boolean demo) {
        return new FirstAdministrator(
                engine.getIdentityService(),
                new GroupGrants(engine.getAuthorizationService(), engine.getFilterService(), engine.getTaskService()),
                new TransactionTemplate(transactions),
                Optional.of(passwordFile).filter(file -> !file.isBlank()).map(Path::of),
                demo,
                System.out::println);
    }
}

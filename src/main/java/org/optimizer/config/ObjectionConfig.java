package org.optimizer.config;

import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Contests;
import org.optimizer.extract.DriverLinks;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Objections;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.load.ObjectionSink;
import org.optimizer.process.Amendments;
import org.optimizer.process.DriverDoor;
import org.optimizer.process.EventMinute;
import org.optimizer.process.Explanations;
import org.optimizer.process.HandleObjection;
import org.optimizer.process.LinkSettings;
import org.optimizer.process.ObjectionDesk;
import org.optimizer.process.ObjectionTask;
import org.optimizer.rules.RulebookShelf;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Who gets what of drivers' links and objections. */
@Configuration
@EnableConfigurationProperties(LinkProperties.class)
@Import({DriverLinks.class, Objections.class, ObjectionSink.class})
class ObjectionConfig {

    @Bean
    LinkSettings linkSettings(LinkProperties properties) {
        return properties.settings();
    }

    @Bean
    DriverDoor driverDoor(DriverLinks links, LinkSettings settings, Clock clock) {
        return new DriverDoor(links, settings, clock);
    }

    @Bean
    ObjectionDesk objectionDesk(
            Sites sites,
            Contests contests,
            Drivers drivers,
            Appeals appeals,
            Objections objections,
            ObjectionSink sink,
            Explanations explanations,
            Amendments amendments,
            RuntimeService engine,
            TaskService tasks,
            IdentityService identities,
            TransactionTemplate transaction,
            Clock clock) {
        return new ObjectionDesk(
                sites,
                contests,
                drivers,
                appeals,
                objections,
                sink,
                explanations,
                amendments,
                engine,
                tasks,
                identities,
                transaction,
                clock);
    }

    @Bean
    ObjectionTask objectionTask(ObjectionDesk desk, IdentityService identities) {
        return new ObjectionTask(desk, identities);
    }

    @Bean
    HandleObjection handleObjection(Sites sites, Contests contests, Objections objections, Settings settings) {
        return new HandleObjection(sites, contests, objections, settings.contest());
    }

    @Bean
    EventMinute eventMinute(Sites sites, Contests contests, TraceDays traces, RulebookShelf shelf) {
        return new EventMinute(sites, contests, traces, shelf);
    }
}

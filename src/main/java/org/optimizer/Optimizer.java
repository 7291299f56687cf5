package org.optimizer;

import org.optimizer.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs a command where one is asked for, without Spring; otherwise starts the service. */
@SpringBootApplication
public class Optimizer {
    public static void main(String[] args) {
        if (Commands.ask(args)) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(Optimizer.class, args);
    }
}

package org.optimizer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class Optimizer {
    public static void main(String[] args) {
        SpringApplication.run(Optimizer.class, args);
    }
}

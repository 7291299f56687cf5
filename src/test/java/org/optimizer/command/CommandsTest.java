package org.optimizer.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void onlyTheNameOfACommandAsksForOne() {
        assertThat(Commands.ask(new String[] {"analyse", "a.csv"})).isTrue();
        assertThat(Commands.ask(new String[] {"backfill", "--dry-run"})).isTrue();
        assertThat(Commands.ask(new String[] {})).isFalse();
        assertThat(Commands.ask(new String[] {"--server.port=8080", "analyse"})).isFalse();
    }

    @Test
    void helpNamesEveryOption() {
        Cli cli = Cli.analyse(TestRules::delivered, "--help");

        assertThat(cli.status()).isZero();
        assertThat(cli.out())
                .contains("--vehicle-class", "--vehicle=", "--zones", "--time-zone", "--rules", "--method", "--format");
    }
}

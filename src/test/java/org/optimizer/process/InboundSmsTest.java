package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.OptOuts;
import org.optimizer.load.InboundSink;
import org.optimizer.load.OptOutSink;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

@EdgesTest
class InboundSmsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void clear() {
        List.of("sms_inbound", "sms_opt_out").forEach(table -> jdbc.update("delete from " + table));
    }

    private InboundSms inbound() {
        return new InboundSms(
                new InboundSink(camel),
                new SmsOptOuts(
                        new OptOuts(camel), new OptOutSink(camel), Policies.SHIPPED, Clock.fixed(NOW, ZoneOffset.UTC)),
                TransactionOperations.withoutTransaction(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private int kept() {
        return jdbc.queryForObject("select count(*) from sms_inbound", Integer.class);
    }

    @Test
    void aMessageIsKeptOnceHoweverOftenItIsBrought() {
        Map<String, String> stop = Map.of("msisdn", "33639980101", "messageId", "0B01", "text", "STOP");

        assertThat(inbound().received(stop)).isTrue();
        assertThat(inbound().received(stop)).isFalse();

        assertThat(jdbc.queryForMap("select phone, message_text from sms_inbound"))
                .containsEntry("phone", "+33639980101")
                .containsEntry("message_text", "STOP");
        assertThat(jdbc.queryForObject("select count(*) from sms_opt_out", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void withoutAnIdEachCallIsAnotherMessage() {
        assertThat(inbound().received("+33639980101", "STOP")).isTrue();
        assertThat(inbound().received("33639980101", "STOP")).isTrue();
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void whatNamesNobodyIsLeftAside() {
        assertThat(inbound().received(Map.of("messageId", "0B01", "text", "STOP")))
                .isFalse();
        assertThat(inbound().received(Map.of("msisdn", "OPTIMIZER", "messageId", "0B01")))
                .isFalse();
        assertThat(inbound().received("", "33639980101", "STOP")).isFalse();
        assertThat(kept()).isZero();
    }

    @Test
    void aLongerTextThanAnySmsIsCut() {
        assertThat(inbound().received("0B01", "33639980101", "x".repeat(2000))).isTrue();
        assertThat(jdbc.queryForObject("select length(message_text) from sms_inbound", Integer.class))
                .isEqualTo(1600);
    }
}

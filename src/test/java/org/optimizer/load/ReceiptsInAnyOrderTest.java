package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Outbox;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Receipt;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;
import org.optimizer.model.Sms.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receipts of messages in one to four parts, each ten times, shuffled, with early ones of other kinds and some of nobody: the
 * end is that of the parts and never that of the order.
 */
@EdgesTest
class ReceiptsInAnyOrderTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final int MESSAGES = 40;
    private static final int TIMES = 10;
    private static final List<String> ENDS = List.of("delivered", "delivered", "delivered", "failed", "expired");

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private OutboxSink sink;
    private Outbox outbox;

    @BeforeEach
    void setUp() {
        sink = new OutboxSink(camel);
        outbox = new Outbox(camel);
    }

    @AfterEach
    void clear() {
        List.of("sms_attempt", "sms_receipt", "sms_outbox").forEach(table -> jdbc.update("delete from " + table));
    }

    /** @param ends what becomes of each part */
    private record Sent(String reference, List<String> ends) {
        /** Said without the product: all arrived, or it did not. */
        State expected() {
            if (ends.stream().allMatch("delivered"::equals)) {
                return State.DELIVERED;
            }
            return ends.equals(List.of("expired")) ? State.EXPIRED : State.UNDELIVERED;
        }

        List<Receipt> receipts() {
            List<Receipt> receipts = new ArrayList<>();
            for (int part = 0; part < ends.size(); part++) {
                for (String status : List.of("accepted", "buffered", ends.get(part))) {
                    Receipt one = new Receipt(reference, reference + "-" + part, status, "0", NOW.plusSeconds(9));
                    receipts.addAll(Collections.nCopies(TIMES, one));
                }
            }
            return receipts;
        }
    }

    private Sent sent(int number, Random random) {
        int parts = 1 + number % 4;
        List<String> ends = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            ends.add(ENDS.get(random.nextInt(ENDS.size())));
        }
        Sent sent = new Sent("REF%023d".formatted(number), ends);
        sink.queue(List.of(message(sent.reference(), "x".repeat(parts == 1 ? 160 : 153 * parts))));
        Sms stored = outbox.findByClientRef(sent.reference()).orElseThrow();
        sink.claim(stored.id(), "token-" + number, NOW);
        if (number % 3 > 0) { // the receipts of the others overtake the answer
            State state = number % 3 == 1 ? State.ACCEPTED : State.AMBIGUOUS;
            sink.settle(stored.id(), "token-" + number, new SendOutcome(state, "", "", 200), NOW, NOW);
        }
        return sent;
    }

    private static Sms message(String reference, String text) {
        return new Sms(
                0,
                "key-" + reference,
                reference,
                "c1",
                WEEK,
                "d1",
                "+33612345678",
                text,
                State.READY,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "anne",
                NOW);
    }

    private List<Sent> sent() {
        Random random = new Random(47);
        List<Sent> all = new ArrayList<>();
        for (int number = 0; number < MESSAGES; number++) {
            all.add(sent(number, random));
        }
        return all;
    }

    private static List<Receipt> shuffled(List<Sent> all) {
        List<Receipt> receipts = new ArrayList<>();
        all.forEach(one -> receipts.addAll(one.receipts()));
        for (int unknown = 0; unknown < 100; unknown++) {
            receipts.add(new Receipt("NOBODY", "id-" + unknown, "delivered", "0", NOW));
        }
        Collections.shuffle(receipts, new Random(48));
        return receipts;
    }

    private long wrong(List<Sent> all) {
        return all.stream()
                .filter(one ->
                        outbox.findByClientRef(one.reference()).orElseThrow().state() != one.expected())
                .count();
    }

    @Test
    void theEndIsThatOfTheParts() {
        List<Sent> all = sent();
        List<Receipt> receipts = shuffled(all);
        long fresh = receipts.stream().filter(sink::receive).count();

        System.out.printf(
                "R8 receipts %d of %d messages in 1 to 4 parts, each %d times, shuffled: kept %d, wrong ends %d%n",
                receipts.size(), MESSAGES, TIMES, fresh, wrong(all));
        assertThat(fresh)
                .isEqualTo(all.stream().mapToInt(one -> 3 * one.ends().size()).sum());
        assertThat(wrong(all)).isZero();
    }

    /** The control: whoever lets each receipt say how the message is ends with the last one's word. */
    @Test
    void theLastWordWouldBeWrong() {
        List<Sent> all = sent();
        for (Receipt receipt : shuffled(all)) {
            String state =
                    switch (receipt.status()) {
                        case "delivered" -> "DELIVERED";
                        case "failed" -> "UNDELIVERED";
                        case "expired" -> "EXPIRED";
                        default -> "ACCEPTED";
                    };
            jdbc.update("update sms_outbox set state = ? where client_ref = ?", state, receipt.clientRef());
        }

        System.out.printf("R8 control, the last receipt says it: wrong ends %d of %d%n", wrong(all), MESSAGES);
        assertThat(wrong(all)).isPositive();
    }

    @Test
    void partsWhoseReceiptsComeInTheSameInstantDoNotMissEachOther() throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionTemplate.ISOLATION_READ_COMMITTED);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 25; round++) {
                Sent sent = new Sent("REF%023d".formatted(1000 + round), Collections.nCopies(4, "delivered"));
                transaction.executeWithoutResult(
                        status -> sink.queue(List.of(message(sent.reference(), "x".repeat(612)))));
                Sms stored = outbox.findByClientRef(sent.reference()).orElseThrow();
                transaction.executeWithoutResult(status -> sink.claim(stored.id(), "token", NOW));
                List<Callable<Boolean>> parts = new ArrayList<>();
                for (int part = 0; part < 4; part++) {
                    Receipt one = new Receipt(sent.reference(), "id-" + part, "delivered", "0", NOW);
                    parts.add(() -> transaction.execute(status -> sink.receive(one)));
                }
                for (Future<Boolean> taken : threads.invokeAll(parts)) {
                    assertThat(taken.get()).isTrue();
                }
                assertThat(outbox.findByClientRef(sent.reference())
                                .orElseThrow()
                                .state())
                        .isEqualTo(State.DELIVERED);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oneStatusOfAWholeMessageSettlesAllItsParts() {
        sink.queue(List.of(message("WHOLE", "x".repeat(400))));
        Sms stored = outbox.findByClientRef("WHOLE").orElseThrow();
        sink.claim(stored.id(), "token", NOW);
        sink.receive(new Receipt("WHOLE", "uuid", "delivered", "0", NOW, true));

        assertThat(outbox.findByClientRef("WHOLE").orElseThrow().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void theProvidersOwnCountOfPartsIsBelieved() {
        sink.queue(List.of(message("COUNTED", "x".repeat(400))));
        Sms stored = outbox.findByClientRef("COUNTED").orElseThrow();
        sink.claim(stored.id(), "token", NOW);
        sink.settle(stored.id(), "token", new SendOutcome(State.ACCEPTED, "id-0", "ok", 200, 2), NOW, NOW);
        sink.receive(new Receipt("COUNTED", "id-0", "delivered", "0", NOW));
        assertThat(outbox.findByClientRef("COUNTED").orElseThrow().state()).isEqualTo(State.ACCEPTED);
        sink.receive(new Receipt("COUNTED", "id-1", "delivered", "0", NOW));

        assertThat(outbox.findByClientRef("COUNTED").orElseThrow().state()).isEqualTo(State.DELIVERED);
    }
}

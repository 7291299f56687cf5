package org.optimizer.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers' stand-in: MyCarTracks v2 and v3, Globo, scorefeed, Traccar, the Nexmo SMS API and Vonage's Messages and Reports APIs on a port of its own, reachable from this machine only.
 * No message is ever sent to anybody; receipts go to the callback that a message names.
 */
public final class StandIn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StandIn.class);
    /** A slow answer holds one. */
    private static final int THREADS = 32;
    /** What no fault slows down, and the orders that are given there. */
    private static final Set<String> PAGES = Set.of("/", "/faults", "/ledger", Pusher.ROOT);

    static {
        // without it an answer on a kept-alive connection waits 40 ms for a delayed acknowledgement
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final StandInSettings settings;
    private final Clock clock;
    private final Faults faults = new Faults();
    private final TokenDesk tokens;
    private final DemoPhones demo = new DemoPhones();
    private HttpServer server;
    private ExecutorService workers;
    private ScheduledExecutorService timer;
    private Ledger ledger;

    /** @param clock decides which tracks are uploaded, when tokens end, and the times of messages */
    public StandIn(StandInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.tokens = new TokenDesk(settings.clientId(), settings.clientSecret(), faults, clock);
    }

    /**
     * Opens the port.
     *
     * @throws UncheckedIOException when the port is taken, or the ledger or a recording cannot be read
     * @throws IllegalArgumentException when the replay folder holds no recording or a bad row
     */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        List<Phones> fleets = fleets();
        server = bind();
        workers = Executors.newFixedThreadPool(THREADS, named("standin"));
        timer = Executors.newScheduledThreadPool(2, named("standin-timer"));
        try {
            ledger = Ledger.open(settings.ledgerFile());
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
        serve(fleets);
        LOG.info("stand-in of the providers on {}", baseUri());
    }

    /** Closes the port; waiting receipts are taken up by the next start when there is a ledger file. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.stop(0);
        workers.shutdownNow();
        timer.shutdownNow();
        closeLedger();
        server = null;
    }

    @Override
    public void close() {
        stop();
    }

    /** The port that is open. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("the stand-in is not started");
        }
        return server.getAddress().getPort();
    }

    /** {@code http://127.0.0.1:<port>}, without a slash at its end. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** How long tokens issued from now on are good for. */
    public void setTokenLifetime(Duration lifetime) {
        tokens.setLifetime(lifetime);
    }

    private List<Phones> fleets() {
        List<Phones> fleets = new ArrayList<>();
        if (settings.demo()) {
            fleets.add(demo);
        }
        settings.replayFolder()
                .ifPresent(folder ->
                        fleets.add(Recordings.read(folder, settings.replayWeek().orElseThrow())));
        return fleets;
    }

    private HttpServer bind() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "stand-in: port " + settings.port()
                            + " cannot be opened; stop what holds it, or choose another with"
                            + " optimizer.standin.port",
                    e);
        }
    }

    private void serve(List<Phones> fleets) {
        ReceiptCourier courier = new ReceiptCourier(settings, ledger, faults, timer, clock);
        SmsDesk sms = new SmsDesk(settings, ledger, faults, courier, timer, clock);
        Trouble trouble = new Trouble(faults, timer);
        DemoDiary diary = new DemoDiary(demo);
        Pusher pusher = new Pusher(settings.pushTo(), settings.pushKey(), demo, diary, faults, clock);
        LedgerPage page = new LedgerPage(ledger, faults, pusher);
        TraceDesk traces = new TraceDesk(fleets, tokens, faults, trouble, clock);
        route("/oauth/token", tokens::answer);
        route(TraceDesk.V2, traces::answer);
        route(TraceDesk.V3, traces::answer);
        if (settings.demo()) {
            serveBoxes(trouble, diary, pusher);
        }
        route(
                TraccarDesk.ROOT,
                new TraccarDesk(settings.clientId(), settings.apiKey(), fleets, faults, trouble, clock)::answer);
        route("/sms/json", sms::answer);
        route("/v1/messages", new MessagesDesk(settings, ledger, courier, clock)::answer);
        route("/v2/reports/records", new SmsReportDesk(settings, ledger)::answer);
        route("/ledger", page::json);
        route("/faults", faults::answer);
        route("/", page::html);
        server.setExecutor(workers);
        server.start();
        courier.resume();
    }

    /** Those who know nothing but the demo fleet. */
    private void serveBoxes(Trouble trouble, DemoDiary diary, Pusher pusher) {
        route(GloboDesk.ROOT, new GloboDesk(settings.apiKey(), diary, faults, trouble, clock)::answer);
        route(ScoreDesk.ROOT, new ScoreDesk(settings.apiKey(), diary, faults, trouble, clock)::answer);
        route(Pusher.ROOT, pusher::answer);
    }

    private void route(String path, Handler handler) {
        boolean isForPeople = PAGES.contains(path);
        server.createContext(path, exchange -> {
            if (!isForPeople) {
                faults.take(Desk.EVERY, FaultKind.SLOW, "").ifPresent(Trouble::pause);
            }
            handle(exchange, handler);
        });
    }

    private static void handle(HttpExchange exchange, Handler handler) throws IOException {
        Call call = new Call(exchange);
        try {
            handler.answer(call);
        } catch (Call.BadCall e) {
            call.json(400, Json.error("invalid_request", e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("stand-in: {} failed", exchange.getRequestURI(), e);
            exchange.close();
        }
    }

    private void closeLedger() {
        try {
            if (ledger != null) {
                ledger.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("SMS ledger: cannot be closed", e);
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Answers one call. */
    private interface Handler {
        void answer(Call call) throws IOException;
    }
}

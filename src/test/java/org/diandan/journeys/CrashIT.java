package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed in the middle of transitions and started again: every acknowledged transition is there once,
 * timers fire.
 *
 * <p>Control: with {@code -c synchronous_commit=off} among the options of the program's connections, what was acknowledged
 * before the database was killed is gone, and this fails.
 */
class CrashIT {

    private static final int CLIENTS = 6;
    private static final int FEWEST_TRANSITIONS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Client> clients = new ArrayList<>();
    private Program program;
    private Caller clerk;
    private Caller dispatcher;
    private Client watcher;

    @BeforeEach
    void start() throws Exception {
        program = new Program(folder);
        program.start();
        clerk = new Caller(program.api(), "clerk-jinxiu");
        dispatcher = new Caller(program.api(), "dispatcher-bochang");
        watcher = new Client(clerk, dispatcher);
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client(clerk, dispatcher));
        }
        // An administrator can set whole minutes; nobody wants to wait for one.
        program.sql("update time_limit set steps = 'PT5S' where time_limit = 'FIRST_LOOK' and urgency = 'URGENT'");
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        threads.shutdownNow();
        program.close();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void whatWasAcknowledgedIsThereOnceAndTimersFireWhateverIsKilled(TestReporter reporter) throws Exception {
        for (Kill kill : Kill.values()) {
            signIn();
            Instant due = workUntil(kill);
            assertThat(due).as("The first look was not due before the end").isAfter(Instant.now());
            program.start();
            signIn();
            for (Client client : everybody()) {
                client.settle();
            }
            everyTransitionIsThereOnce();
            everyTimerFires();
        }
        assertThat(sum(Client::inTheMiddle))
                .as("kills in the middle of a request")
                .isPositive();
        reporter.publishEntry(Map.of(
                "orders", String.valueOf(orders().count()),
                "transitions", String.valueOf(orders().mapToInt(Ordered::steps).sum()),
                "unanswered", String.valueOf(sum(Client::inTheMiddle)),
                "of these committed", String.valueOf(sum(Client::committedUnanswered))));
    }

    /** What ends, and how. */
    private enum Kill {
        PROGRAM_ALONE,
        DATABASE_FIRST,
        BOTH
    }

    /** Returns when the first look of an order is due that was placed just before the end. */
    private Instant workUntil(Kill kill) throws Exception {
        var acknowledged = new AtomicInteger();
        var killing = new AtomicBoolean();
        List<Future<?>> work = new ArrayList<>();
        for (Client client : clients) {
            Callable<Void> task = () -> {
                client.work(acknowledged, killing::get);
                return null;
            };
            work.add(threads.submit(task));
        }
        int enough = FEWEST_TRANSITIONS + ThreadLocalRandom.current().nextInt(FEWEST_TRANSITIONS);
        while (acknowledged.get() < enough && work.stream().noneMatch(Future::isDone)) {
            Thread.sleep(1);
        }
        Instant due = watcher.placeWatched();
        killing.set(true);
        end(kill);
        for (Future<?> each : work) {
            finished(each);
        }
        return due;
    }

    private void finished(Future<?> work) throws IOException, InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new AssertionError("The program said:\n" + program.words(), e.getCause());
        }
    }

    private void end(Kill kill) throws IOException, InterruptedException {
        switch (kill) {
            case PROGRAM_ALONE -> {
                program.kill();
                assertThat(program.isDatabaseAlive()).isTrue();
            }
            case DATABASE_FIRST -> {
                program.killDatabase();
                Thread.sleep(300);
                program.kill();
            }
            case BOTH -> {
                program.killDatabase();
                program.kill();
            }
        }
    }

    private void everyTransitionIsThereOnce() throws IOException, InterruptedException {
        List<String> listed =
                dispatcher
                        .all("/orders?view=BOARD&updatedSince=1970-01-01T00:00:00Z&service=" + Client.SERVICE)
                        .stream()
                        .map(line -> line.get("id").asText())
                        .toList();
        assertThat(listed)
                .as("orders, none lost, none twice")
                .containsExactlyInAnyOrderElementsOf(orders().map(Ordered::id).toList());
        for (Ordered order : orders().toList()) {
            JsonNode seen = dispatcher.get("/orders/" + order.id());
            assertThat(seen.at("/state/code").asText()).as(order.id()).isEqualTo(order.state());
            List<String> history = dispatcher.all("/orders/" + order.id() + "/history?").stream()
                    .filter(line -> line.get("machine").asText().equals("ORDER"))
                    .map(line -> line.at("/action/code").asText() + " "
                            + line.get("to").asText())
                    .toList();
            assertThat(history).as(order.id()).isEqualTo(order.history());
        }
    }

    /** Each order that still waits when its first look is due has one task, the others of the site none. */
    private void everyTimerFires() throws IOException, InterruptedException {
        Map<String, Long> expected =
                orders().filter(Ordered::waitsForFirstLook).collect(Collectors.toMap(Ordered::id, order -> 1L));
        Instant end = Instant.now().plus(PATIENCE);
        while (!firstLooks().equals(expected) && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
        assertThat(firstLooks()).as(program.words()).isEqualTo(expected);
    }

    /** Open tasks of orders that nobody has looked at, how many for each. */
    private Map<String, Long> firstLooks() throws IOException, InterruptedException {
        List<String> unpaused =
                orders().filter(order -> !order.isPaused()).map(Ordered::id).toList();
        return dispatcher.all("/tasks?kind=FIRST_LOOK").stream()
                .map(task -> task.get("subject").asText())
                .filter(unpaused::contains)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private void signIn() throws IOException, InterruptedException {
        clerk.signIn();
        dispatcher.signIn();
    }

    private List<Client> everybody() {
        return Stream.concat(clients.stream(), Stream.of(watcher)).toList();
    }

    private Stream<Ordered> orders() {
        return everybody().stream().flatMap(client -> client.orders().stream());
    }

    private int sum(Function<Client, Integer> figure) {
        return everybody().stream().mapToInt(figure::apply).sum();
    }
}

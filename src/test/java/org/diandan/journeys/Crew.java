package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several clients at once, and what must be true of all that the program told them, whatever was killed. */
public final class Crew implements AutoCloseable {

    private static final int CLIENTS = 6;
    private static final int FEWEST_TRANSITIONS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Program program;
    private final Caller clerk;
    private final Caller dispatcher;
    private final RandomGenerator random;
    private final Set<String> settled = new HashSet<>();
    private final List<Client> clients = new ArrayList<>();
    private int transitions;
    private int unanswered;
    private int committedUnanswered;

    /** What ends the work of all. */
    public interface End {
        void come() throws IOException, InterruptedException;
    }

    /** @param random what they do, and for how long */
    public Crew(Program program, RandomGenerator random) {
        this.program = program;
        this.random = random;
        clerk = new Caller(program.api(), "clerk-jinxiu");
        dispatcher = new Caller(program.api(), "dispatcher-bochang");
        takeOver();
    }

    /** Others begin with orders of their own; those of before are only counted from now on. */
    public void takeOver() {
        orders().map(Ordered::id).forEach(settled::add);
        transitions +=
                sum(client -> client.orders().stream().mapToInt(Ordered::steps).sum());
        unanswered += sum(Client::inTheMiddle);
        committedUnanswered += sum(Client::committedUnanswered);
        clients.clear();
        // One more, who places what is watched.
        for (int i = 0; i <= CLIENTS; i++) {
            clients.add(new Client(clerk, dispatcher, new Random(random.nextLong())));
        }
    }

    public void signIn() throws IOException, InterruptedException {
        clerk.signIn();
        dispatcher.signIn();
    }

    /** Returns when the first look of an order is due that was placed just before the end. */
    public Instant workUntil(End end) throws IOException, InterruptedException {
        var acknowledged = new AtomicInteger();
        var ending = new AtomicBoolean();
        List<Future<?>> work = new ArrayList<>();
        for (Client client : clients.subList(0, CLIENTS)) {
            Callable<Void> task = () -> {
                client.work(acknowledged, ending::get);
                return null;
            };
            work.add(threads.submit(task));
        }
        int enough = FEWEST_TRANSITIONS + random.nextInt(FEWEST_TRANSITIONS);
        while (acknowledged.get() < enough && work.stream().noneMatch(Future::isDone)) {
            Thread.sleep(1);
        }
        Instant due = clients.get(CLIENTS).placeWatched();
        ending.set(true);
        end.come();
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

    /** What was answered is answered so again, and what was not is sent again. */
    public void settle() throws IOException, InterruptedException {
        for (Client client : clients) {
            client.settle();
        }
    }

    public void everyTransitionIsThereOnce() throws IOException, InterruptedException {
        List<String> listed =
                dispatcher
                        .all("/orders?view=BOARD&updatedSince=1970-01-01T00:00:00Z&service=" + Client.SERVICE)
                        .stream()
                        .map(line -> line.get("id").asText())
                        .toList();
        assertThat(listed)
                .as("orders, none lost, none twice")
                .containsExactlyInAnyOrderElementsOf(Stream.concat(settled.stream(), orders().map(Ordered::id))
                        .toList());
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
    void everyTimerFires() throws IOException, InterruptedException {
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

    /** What all of them did, by what it is called. */
    public Map<String, Integer> figures() {
        return Map.of(
                "orders", (int) (settled.size() + orders().count()),
                "transitions",
                        transitions
                                + sum(client -> client.orders().stream()
                                        .mapToInt(Ordered::steps)
                                        .sum()),
                "unanswered", unanswered + sum(Client::inTheMiddle),
                "of these committed", committedUnanswered + sum(Client::committedUnanswered));
    }

    private Stream<Ordered> orders() {
        return clients.stream().flatMap(client -> client.orders().stream());
    }

    private int sum(ToIntFunction<Client> figure) {
        return clients.stream().mapToInt(figure).sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

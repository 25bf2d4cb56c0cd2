package org.diandan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Ordered.Move;

/**
 * One of several who order and move what they ordered, without a pause. Remembers what the program acknowledged, and the
 * one request that it left unanswered.
 */
final class Client {

    static final String SITE = "371625003010";
    /** Nobody in the demo is certified for it, and it is not taken on by itself: orders move by the clients alone. */
    static final String SERVICE = "home-repair";

    private static final AtomicInteger RESIDENTS = new AtomicInteger();
    private static final int MOST_STEPS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Caller clerk;
    private final Caller dispatcher;
    private final RandomGenerator random;
    private final List<Ordered> orders = new ArrayList<>();
    private Request waiting;
    private Request done;
    private Answer lastAnswer;
    private int inTheMiddle;
    private int committedUnanswered;

    /** @param random which orders it places and how it moves them */
    Client(Caller clerk, Caller dispatcher, RandomGenerator random) {
        this.clerk = clerk;
        this.dispatcher = dispatcher;
        this.random = random;
    }

    /** A request with its key; placing has no order yet. */
    private record Request(Move move, Ordered order, boolean urgent, String path, String key, Map<String, ?> body) {}

    List<Ordered> orders() {
        return orders;
    }

    /** How often a kill came while a request was under way. */
    int inTheMiddle() {
        return inTheMiddle;
    }

    /** How often what a kill left unanswered turned out to have happened. */
    int committedUnanswered() {
        return committedUnanswered;
    }

    /** Sends one request after the other until one gets no answer, which is right only when something is killed. */
    void work(AtomicInteger acknowledged, BooleanSupplier killing) throws InterruptedException {
        while (true) {
            if (waiting == null) {
                waiting = next();
            }
            try {
                Answer answer = send(waiting);
                if (answer.isGood()) {
                    acknowledge(answer);
                    acknowledged.incrementAndGet();
                } else if (killing.getAsBoolean()) {
                    inTheMiddle++;
                    return;
                } else {
                    pause(answer);
                }
            } catch (IOException e) {
                assertThat(killing.getAsBoolean()).as("Unanswered: %s", e).isTrue();
                inTheMiddle += e instanceof ConnectException ? 0 : 1;
                return;
            }
        }
    }

    /** Places an order whose first look is soon due. */
    Instant placeWatched() throws IOException, InterruptedException {
        assertThat(waiting).isNull();
        waiting = place(true);
        retry();
        return Instant.parse(lastAnswer.json().get("dueAt").asText());
    }

    /** After a restart: what was acknowledged is answered as before, what was not is sent again. */
    void settle() throws IOException, InterruptedException {
        repeat();
        if (waiting != null) {
            committedUnanswered += retry().replayed() ? 1 : 0;
            repeat();
        }
    }

    private void repeat() throws IOException, InterruptedException {
        if (done != null) {
            Answer again = send(done);
            assertThat(again.status()).as("%s again: %s", done, again.text()).isEqualTo(lastAnswer.status());
            assertThat(again.text()).isEqualTo(lastAnswer.text());
            assertThat(again.replayed()).isTrue();
        }
    }

    private Answer retry() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Answer answer = send(waiting);
        while (!answer.isGood()) {
            assertThat(Instant.now()).as("%s: %s", waiting, answer).isBefore(end);
            pause(answer);
            answer = send(waiting);
        }
        acknowledge(answer);
        return answer;
    }

    private void pause(Answer answer) throws InterruptedException {
        assertThat(answer.isPassing()).as("%s: %s", waiting, answer).isTrue();
        Thread.sleep(100);
    }

    private void acknowledge(Answer answer) throws IOException {
        Ordered order = waiting.order();
        if (order == null) {
            order = new Ordered(answer.json().get("id").asText(), waiting.urgent());
            orders.add(order);
        } else {
            order.moved(waiting.move());
        }
        assertThat(answer.json().get("state").get("code").asText())
                .as("%s", waiting)
                .isEqualTo(order.state());
        done = waiting;
        lastAnswer = answer;
        waiting = null;
    }

    private Answer send(Request request) throws IOException, InterruptedException {
        boolean byClerk = request.move() == Move.PLACE || request.move() == Move.ANSWER;
        return (byClerk ? clerk : dispatcher).post(request.path(), request.key(), request.body());
    }

    private Request next() {
        Ordered order = orders.isEmpty() ? null : orders.get(orders.size() - 1);
        List<Move> open = order == null || order.steps() > random.nextInt(MOST_STEPS) + 1 ? List.of() : order.open();
        if (open.isEmpty()) {
            return place(random.nextBoolean());
        }
        Move move = open.get(random.nextInt(open.size()));
        String verb = move.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Request(move, order, false, "/orders/" + order.id() + "/" + verb, key(), body(move));
    }

    private static Request place(boolean urgent) {
        int number = RESIDENTS.incrementAndGet();
        Map<String, Object> body = Map.of(
                "service",
                SERVICE,
                "site",
                SITE,
                "need",
                "厨房的灯坏了",
                "orderedFor",
                Map.of("name", "居民" + number, "phone", "13%09d".formatted(800_000_000 + number)),
                "channel",
                "PHONE",
                "consent",
                Map.of("by", "PHONE", "version", 1),
                "risksAcknowledged",
                1,
                "urgency",
                urgent ? "URGENT" : "NORMAL");
        return new Request(Move.PLACE, null, urgent, "/orders", key(), body);
    }

    private static Map<String, ?> body(Move move) {
        return switch (move) {
            case TAKE_ON -> Map.of("checkedSimilar", true);
            case ASK -> Map.of("question", "哪一盏灯?");
            case ANSWER -> Map.of("answer", "厨房的");
            case REFUSE -> Map.of("reason", "NOT_ELIGIBLE");
            case HOLD ->
                Map.of(
                        "reason",
                        "RESIDENT_AWAY",
                        "reviewOn",
                        LocalDate.now().plusDays(7).toString());
            case CANCEL -> Map.of("reason", "NO_LONGER_NEEDED");
            case PLACE, RESUME -> Map.of();
        };
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}

package org.diandan.torture;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Program;
import org.diandan.torture.SerialOrder.Did;
import org.diandan.torture.SerialOrder.Outcome;
import org.diandan.torture.SerialOrder.Verb;

/**
 * Several callers move the same orders at once and look at them; what each asked, when, and what they were told is written
 * down, and some give up waiting and never know. For each order there must be one sequence of all of it that the rules of
 * orders allow and that no two who came one after the other contradict.
 */
final class Histories implements Trial {

    private static final int CALLERS = 4;
    private static final int OPERATIONS_OF_AN_ORDER = 20;
    private static final int HISTORIES_AT_ONCE = 4;
    private static final Duration IMPATIENCE = Duration.ofMillis(4);

    @Override
    public String name() {
        return "histories";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        record(setting, findings, setting.size().pick(12, 200), setting.size().pick(200, 2_000), false);
    }

    @Override
    public String takenOut() {
        return "the rules: somebody writes states into the table by hand meanwhile";
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        record(setting, findings, 4, 100, true);
    }

    private static void record(Setting setting, Findings findings, int histories, int operations, boolean byHand)
            throws Exception {
        try (var program = new Program(setting.folder(), Map.of("diandan.identity.access-token", "PT24H"));
                var crowd = new Crowd()) {
            program.start();
            var people = new People(program);
            var next = new AtomicInteger();
            crowd.all(Math.min(HISTORIES_AT_ONCE, histories), number -> {
                try (var callers = new Crowd()) {
                    for (int history = next.getAndIncrement(); history < histories; history = next.getAndIncrement()) {
                        for (int order = 0; order < operations / OPERATIONS_OF_AN_ORDER; order++) {
                            var played = new Played(people, history * 1_000 + order, findings, setting);
                            played.play(callers, byHand ? program : null);
                        }
                    }
                }
                return null;
            });
            findings.tell("histories", histories);
        }
    }

    /** Who calls. */
    private static final class People {

        private final Caller clerk;
        private final Caller dispatcher;

        People(Program program) throws Exception {
            clerk = new Caller(program.api(), "clerk-jinxiu");
            clerk.signIn();
            dispatcher = new Caller(program.api(), "dispatcher-bochang");
            dispatcher.signIn();
        }

        Caller who(Verb verb) {
            return verb == Verb.ANSWER ? clerk : dispatcher;
        }
    }

    /** One order, and all that was done to it. */
    private static final class Played {

        private final People people;
        private final Findings findings;
        private final Setting setting;
        private final int number;
        private final String order;
        private final Queue<Did> history = new ConcurrentLinkedQueue<>();

        Played(People people, int number, Findings findings, Setting setting) throws Exception {
            this.people = people;
            this.number = number;
            this.findings = findings;
            this.setting = setting;
            order = people.clerk
                    .does("/orders", Orders.placedAt(Helpers.SITE, number))
                    .path("id")
                    .asText();
        }

        void play(Crowd callers, Program written) throws Exception {
            callers.all(written == null ? CALLERS : CALLERS + 1, caller -> {
                if (caller == CALLERS) {
                    writeByHand(written);
                } else {
                    RandomGenerator random = setting.random(number * CALLERS + caller);
                    for (int i = 0; i < OPERATIONS_OF_AN_ORDER / CALLERS; i++) {
                        operate(random);
                    }
                }
                return null;
            });
            // What the last one says must fit too.
            operate(Verb.LOOK, false);
            List<Did> all = new ArrayList<>(history);
            findings.add("orders", 1);
            findings.check(SerialOrder.isLegal(all), "order " + order + ": no order of these is legal: " + all);
        }

        private void operate(RandomGenerator random) throws Exception {
            Verb[] verbs = Verb.values();
            // A look every third time, and seldom what ends it.
            Verb verb = random.nextInt(3) == 0 ? Verb.LOOK : verbs[random.nextInt(verbs.length)];
            if (verb.ends() && random.nextInt(4) != 0) {
                verb = Verb.ASK;
            }
            operate(verb, random.nextInt(10) == 0);
        }

        private void operate(Verb verb, boolean impatient) throws Exception {
            long begun = System.nanoTime();
            Outcome outcome;
            try {
                outcome = outcome(verb, send(verb, impatient));
            } catch (HttpTimeoutException e) {
                outcome = Outcome.unknown();
            }
            findings.add("operations", 1);
            findings.add("operations " + outcome.kind(), 1);
            history.add(new Did(verb, begun, System.nanoTime(), outcome));
        }

        private Answer send(Verb verb, boolean impatient) throws IOException, InterruptedException {
            String method = verb == Verb.LOOK ? "GET" : "POST";
            String path = "/orders/" + order + (verb == Verb.LOOK ? "" : "/" + verb.slug());
            Caller caller = people.who(verb);
            return impatient && verb != Verb.LOOK
                    ? caller.within(IMPATIENCE).send(method, path, body(verb))
                    : caller.send(method, path, body(verb));
        }

        private Outcome outcome(Verb verb, Answer answer) throws IOException {
            if (answer.isGood()) {
                return Outcome.done(answer.json().at("/state/code").asText());
            }
            if (answer.status() == 503) {
                return Outcome.unknown();
            }
            boolean refused = answer.status() == 409;
            findings.check(refused, verb + ": " + answer);
            // A race that was lost says nothing of the state.
            return answer.text().contains("lost-race") ? Outcome.nothing() : Outcome.refused();
        }

        private static Map<String, ?> body(Verb verb) {
            return switch (verb) {
                case LOOK, RESUME -> Map.of();
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
            };
        }

        private void writeByHand(Program program) throws Exception {
            try (var connection = program.connection();
                    var statement = connection.createStatement()) {
                for (int i = 0; i < 10; i++) {
                    Thread.sleep(10);
                    statement.executeUpdate(
                            "update orders set state = case state when 'SUBMITTED' then 'ROUTING' else 'SUBMITTED' end"
                                    + " where state in ('SUBMITTED', 'NEEDS_INFO', 'ROUTING') and id = '" + order
                                    + "'");
                }
            }
        }
    }
}

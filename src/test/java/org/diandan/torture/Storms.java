package org.diandan.torture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Program;

/**
 * Each key is sent by one to eight twins at once, every other one by a clerk of another county too; in the middle the
 * program is killed and started again.
 */
final class Storms implements Trial {

    private static final int AT_ONCE = 8;
    private static final int MOST_TWINS = 8;

    @Override
    public String name() {
        return "storms";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        int keys = setting.size().pick(600, 200_000);
        try (var program = new Program(setting.folder(), Map.of("diandan.identity.access-token", "PT24H"));
                var crowd = new Crowd()) {
            program.start();
            var storm = new Storm(program, findings, setting, false);
            crowd.all(AT_ONCE + 1, number -> {
                if (number == AT_ONCE) {
                    storm.await(keys / 2);
                    program.kill();
                    program.start();
                    findings.add("crashes", 1);
                    return null;
                }
                storm.blow(number, keys);
                return null;
            });
            findings.tell("keys", keys);
            storm.judge();
        }
    }

    @Override
    public String takenOut() {
        return "the key: twins are sent without one";
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        try (var program = new Program(setting.folder(), Map.of())) {
            program.start();
            var storm = new Storm(program, findings, setting, true);
            storm.blow(0, 20);
            storm.judge();
        }
    }

    /** The clerks, what they sent and what they were told. */
    private static final class Storm {

        private final Program program;
        private final Findings findings;
        private final Setting setting;
        private final boolean keyless;
        private final Stubborn ours;
        private final Stubborn theirs;
        private final Caller own;
        private final Set<String> orders = ConcurrentHashMap.newKeySet();
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger expected = new AtomicInteger();

        Storm(Program program, Findings findings, Setting setting, boolean keyless) throws Exception {
            this.program = program;
            this.findings = findings;
            this.setting = setting;
            this.keyless = keyless;
            own = new Caller(program.api(), "clerk-jinxiu");
            own.signIn();
            var other = new Caller(program.api(), "clerk-benxi");
            other.signIn();
            ours = new Stubborn(own);
            theirs = new Stubborn(other);
        }

        void await(int keys) throws InterruptedException {
            while (begun.get() < keys) {
                Thread.sleep(5);
            }
        }

        /** One key after the other, until so many were sent by all. */
        void blow(int thread, int keys) throws Exception {
            RandomGenerator random = setting.random(thread);
            try (var twins = new Crowd()) {
                for (int key = begun.incrementAndGet(); key <= keys; key = begun.incrementAndGet()) {
                    twins(twins, ours, key, Orders.placedAt("371625003010", key), 1 + random.nextInt(MOST_TWINS));
                    if (random.nextBoolean() && !keyless) {
                        twins(twins, theirs, key, Orders.placedAt("210521001001", key), 1 + random.nextInt(MOST_TWINS));
                    }
                }
            }
        }

        private void twins(Crowd twins, Stubborn clerk, int key, Map<String, ?> order, int many) throws Exception {
            expected.incrementAndGet();
            var together = new CountDownLatch(many);
            List<Answer> answers = twins.all(many, twin -> {
                together.countDown();
                together.await();
                return keyless ? own.send("POST", "/orders", order) : clerk.post("/orders", "storm-" + key, order);
            });
            findings.add("requests", many);
            Answer first = answers.get(0);
            findings.check(first.status() == 201, "key " + key + ": " + first);
            findings.check(
                    answers.stream()
                            .allMatch(each -> each.status() == first.status()
                                    && each.text().equals(first.text())),
                    "key " + key + " was answered in more than one way: " + answers);
            findings.check(
                    answers.stream().filter(each -> !each.replayed()).count() <= 1,
                    "key " + key + " was done more than once: " + answers);
            for (Answer answer : answers) {
                if (answer.isGood()) {
                    orders.add(answer.json().path("id").asText());
                }
            }
        }

        /** As many orders as keys, and none that nobody was told of. */
        void judge() throws Exception {
            findings.check(
                    orders.size() == expected.get(), orders.size() + " orders were told for " + expected + " keys");
            try (var connection = program.connection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from orders")) {
                row.next();
                findings.tell("orders", row.getInt(1));
                findings.check(row.getInt(1) == expected.get(), row.getInt(1) + " orders for " + expected + " keys");
            }
        }
    }
}

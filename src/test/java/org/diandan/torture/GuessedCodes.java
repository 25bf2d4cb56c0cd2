package org.diandan.torture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Program;

/**
 * Somebody guesses one-time codes day after day, as often as they are let, from addresses without end; half of the phones
 * have an account. A day passes when what is counted is made a day older in the database.
 */
final class GuessedCodes implements Trial {

    private static final double CODES = 1_000_000;
    private static final double MOST_LUCK_A_DAY = 1e-4;
    private static final int TRIES = 5;
    /** More than these are only asked for where nobody stops it. */
    private static final int MOST_CODES_ASKED = 30;

    /** How unlike two medians may be: a look at another table is within it, a hash of a password is not. */
    private static final double MOST_UNLIKE = 1.5;

    private static final List<String> KNOWN = List.of("18800000003", "18800000009", "18800000006");
    private static final List<String> UNKNOWN = List.of("18911111101", "18911111102", "18911111103");

    @Override
    public String name() {
        return "codes";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        int days = setting.size().pick(2, 30);
        try (var helpers = new Helpers();
                var program = new Program(setting.folder(), helpers.settings())) {
            program.start();
            var guesser = new Guesser(helpers, program, findings);
            for (int day = 0; day < days; day++) {
                guesser.guessAllDay();
                guesser.aDayPasses();
            }
            findings.tell("days", days);
            guesser.cannotTellWhoIsKnown(setting.size().pick(60, 1_000));
        }
    }

    @Override
    public String takenOut() {
        return "the limit of codes for a phone: 1,000 a day";
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        try (var helpers = new Helpers()) {
            Map<String, String> settings = new HashMap<>(helpers.settings());
            settings.put("diandan.identity.limits.codes-per-phone", "1000");
            try (var program = new Program(setting.folder(), settings)) {
                program.start();
                new Guesser(helpers, program, findings).guessAllDay();
            }
        }
    }

    private static final class Guesser {

        private final Helpers phones;
        private final Program program;
        private final Findings findings;
        private final Caller nobody;

        Guesser(Helpers phones, Program program, Findings findings) {
            this.phones = phones;
            this.program = program;
            this.findings = findings;
            nobody = Caller.bearing(program.api(), "");
        }

        /** For all phones at once: codes until no more are sent, and with each so many guesses that even the right one fails. */
        void guessAllDay() throws Exception {
            Map<String, Integer> codes = new HashMap<>();
            List<String> asking = new ArrayList<>(
                    Stream.concat(KNOWN.stream(), UNKNOWN.stream()).toList());
            while (!asking.isEmpty()) {
                asking.removeIf(phone -> codes.getOrDefault(phone, 0) >= MOST_CODES_ASKED);
                List<String> sent = new ArrayList<>();
                for (String phone : List.copyOf(asking)) {
                    Answer answer = ask(phone);
                    findings.add("codes asked for", 1);
                    if (answer.isGood()) {
                        sent.add(phone);
                    } else {
                        findings.check(
                                answer.status() == 429 && !answer.retryAfter().isEmpty(), "A code: " + answer);
                        asking.remove(phone);
                    }
                }
                Map<String, String> right = new HashMap<>();
                for (String phone : sent) {
                    right.put(phone, phones.code(phone));
                    codes.merge(phone, 1, Integer::sum);
                }
                awaitFresh(sent.size());
                for (Map.Entry<String, String> each : right.entrySet()) {
                    guess(each.getKey(), each.getValue());
                }
            }
            codes.forEach((phone, sent) -> {
                double luck = sent * TRIES / CODES;
                findings.tell("luckADay", luck);
                findings.check(luck <= MOST_LUCK_A_DAY, sent + " codes a day: a guess succeeds with " + luck);
            });
        }

        /** A message may be here before its code is good: what is guessed until then is guessed in vain. */
        private void awaitFresh(int codes) throws Exception {
            try (var connection = program.connection();
                    var statement = connection.createStatement()) {
                int fresh = -1;
                while (fresh != codes) {
                    Thread.sleep(20);
                    try (var row = statement.executeQuery("select count(*) from one_time_code where tries = 0")) {
                        row.next();
                        fresh = row.getInt(1);
                    }
                }
            }
        }

        private void guess(String phone, String right) throws Exception {
            for (int guess = 0; guess < TRIES; guess++) {
                String wrong = "%06d".formatted((Integer.parseInt(right) + 1 + guess) % (int) CODES);
                findings.check(signIn(phone, wrong).status() == 401, "A wrong code was taken");
            }
            Answer late = signIn(phone, right);
            findings.check(late.status() == 401, "The right code was taken at the sixth try: " + late.status());
            findings.add("guesses", TRIES + 1);
        }

        private Answer ask(String phone) throws Exception {
            return nobody.send("POST", "/auth/otp", Map.of("phone", phone));
        }

        private Answer signIn(String phone, String code) throws Exception {
            return nobody.send(
                    "POST",
                    "/auth/token",
                    Map.of("grant", "CODE", "phone", phone, "code", code, "center", "371625", "name", "路人"));
        }

        void aDayPasses() throws Exception {
            program.sql("update attempt set until = until - interval '1 day'");
            program.sql("update one_time_code set expires_at = expires_at - interval '1 day'");
        }

        /** The same words after as much time, whether or not the phone has an account. */
        void cannotTellWhoIsKnown(int pairs) throws Exception {
            double[][] asked = new double[2][pairs];
            double[][] guessed = new double[2][pairs];
            for (int pair = 0; pair < pairs; pair++) {
                if (pair % 10 == 0) {
                    program.sql("delete from attempt");
                }
                String[] two = {KNOWN.get(pair % 3), UNKNOWN.get(pair % 3)};
                List<String> words = new ArrayList<>();
                // Who is first changes, so that neither is the one for whom all is warm.
                for (int each : pair % 2 == 0 ? new int[] {0, 1} : new int[] {1, 0}) {
                    long begun = System.nanoTime();
                    Answer sent = ask(two[each]);
                    asked[each][pair] = (System.nanoTime() - begun) / 1e6;
                    begun = System.nanoTime();
                    Answer refused = signIn(two[each], "000000");
                    guessed[each][pair] = (System.nanoTime() - begun) / 1e6;
                    words.add(sent.status() + sent.text() + refused.status() + refused.text());
                }
                findings.check(words.get(0).equals(words.get(1)), "Known and unknown are told apart: " + words);
            }
            compare("asking for a code", asked);
            compare("guessing", guessed);
        }

        private void compare(String what, double[][] millis) {
            double known = median(millis[0]);
            double unknown = median(millis[1]);
            findings.tell(what + ", median ms known/unknown", "%.2f/%.2f".formatted(known, unknown));
            findings.check(
                    Math.max(known, unknown) <= MOST_UNLIKE * Math.min(known, unknown),
                    what + " takes " + known + " ms where the phone is known, else " + unknown);
        }

        private static double median(double[] all) {
            double[] sorted = Arrays.stream(all).sorted().toArray();
            return IntStream.of(sorted.length / 2, (sorted.length - 1) / 2)
                    .mapToDouble(i -> sorted[i])
                    .average()
                    .orElseThrow();
        }
    }
}

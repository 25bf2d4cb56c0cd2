package org.diandan.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.random.RandomGenerator;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Program;

/** Many count on in the names of the same few sites; the edits that were accepted add up. */
final class Edits implements Trial {

    private static final int EDITORS = 16;
    private static final List<String> SITES =
            List.of("371625003001", "371625003002", "371625003003", "371625003004", "371625003005");

    @Override
    public String name() {
        return "edits";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        edit(setting, findings, setting.size().pick(3_000, 100_000), false);
    }

    @Override
    public String takenOut() {
        return "the version in If-Match: \"*\" is sent, which is any";
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        edit(setting, findings, 500, true);
    }

    private static void edit(Setting setting, Findings findings, int edits, boolean blind) throws Exception {
        try (var program = new Program(setting.folder(), Map.of("diandan.identity.access-token", "PT24H"));
                var crowd = new Crowd()) {
            program.start();
            var dispatcher = new Caller(program.api(), "dispatcher-bochang");
            dispatcher.signIn();
            for (String site : SITES) {
                Answer seen = dispatcher.send("GET", "/sites/" + site, Map.of());
                rename(dispatcher, site, seen.tag(), 0);
            }
            var tried = new AtomicInteger();
            var accepted = new AtomicIntegerArray(SITES.size());
            var perhaps = new AtomicIntegerArray(SITES.size());
            crowd.all(EDITORS, editor -> {
                RandomGenerator random = setting.random(editor);
                while (tried.incrementAndGet() <= edits) {
                    int which = random.nextInt(SITES.size());
                    Answer seen = dispatcher.send("GET", "/sites/" + SITES.get(which), Map.of());
                    if (seen.status() == 503) {
                        continue;
                    }
                    String tag = blind ? "*" : seen.tag();
                    Answer answer = rename(dispatcher, SITES.get(which), tag, count(seen.json()) + 1);
                    findings.add("status " + answer.status(), 1);
                    if (answer.isGood()) {
                        accepted.incrementAndGet(which);
                    } else if (answer.status() == 503) {
                        // Too late to be answered, and perhaps done.
                        perhaps.incrementAndGet(which);
                    } else {
                        findings.check(answer.status() == 412 || answer.isPassing(), "An edit: " + answer);
                    }
                }
                return null;
            });
            for (int which = 0; which < SITES.size(); which++) {
                int count = count(dispatcher.get("/sites/" + SITES.get(which)));
                findings.check(
                        accepted.get(which) <= count && count <= accepted.get(which) + perhaps.get(which),
                        SITES.get(which) + ": " + accepted.get(which) + " were accepted, " + count + " are there");
            }
        }
    }

    private static Answer rename(Caller dispatcher, String site, String tag, int count) throws Exception {
        return dispatcher.send("PATCH", "/sites/" + site, Map.of("name", "实践站 " + count), "If-Match", tag);
    }

    private static int count(JsonNode site) {
        return Integer.parseInt(site.path("name").asText().replaceFirst("\\D+", ""));
    }
}

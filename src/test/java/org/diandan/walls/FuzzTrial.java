package org.diandan.walls;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.diandan.http.Api;
import org.diandan.http.Contract;
import org.diandan.torture.Findings;
import org.diandan.torture.Setting;
import org.diandan.torture.Torture;
import org.diandan.torture.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** As {@link FuzzTest}, with more of it: part of the torture. */
@QuarkusTest
@EnabledIf("isAskedFor")
class FuzzTrial implements Trial {

    @Inject
    Walls walls;

    @Inject
    Everybody everybody;

    static boolean isAskedFor() {
        return Torture.isAskedFor("fuzz");
    }

    @Test
    void whateverIsSentIsAnsweredAsTheContractSays() throws IOException {
        Torture.attempt(this);
    }

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public void run(Setting setting, Findings findings) throws IOException {
        int cases = setting.size().pick(20_000, 500_000);
        var fuzzing = new Fuzzing(walls, everybody);
        fuzzing.send(cases, setting.random(0));
        findings.tell("cases", cases);
        findings.tell("statuses", fuzzing.statuses().toString());
        fuzzing.wrong().forEach(findings::wrong);
    }

    @Override
    public String takenOut() {
        return "the answer of an operation: one that throws answers for it";
    }

    @Override
    public void control(Setting setting, Findings findings) throws IOException {
        var fuzzing = new Fuzzing(walls, everybody);
        var answer = everybody
                .at(walls.at(Relation.OWN))
                .api()
                .exchange("GET", Api.BASE + "/probe/broken/secret", BodyPublishers.noBody());
        Contract.operations().stream().limit(1).forEach(operation -> fuzzing.judge("a fault", operation, answer));
        fuzzing.wrong().forEach(findings::wrong);
    }
}

package org.diandan.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diandan.http.Api;
import org.diandan.http.HttpProblem;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.jobs.Runs.Run;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsTest {

    private static final String BOXING = "371625";
    private static final Duration BEYOND_THE_LEASE = Duration.ofSeconds(61);

    @Inject
    Jobs jobs;

    @Inject
    Runs runs;

    @Inject
    Worker worker;

    @Inject
    Knitting knitting;

    @Inject
    People people;

    @Inject
    Ids ids;

    @Inject
    TestTime time;

    @Inject
    Session session;

    private Person clerk;
    private Person dispatcher;
    private UUID job;

    @BeforeEach
    void aJobThatSomebodyAskedFor() {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("delete from job").executeUpdate());
        time.reset();
        knitting.pattern = (facts, progress) -> {};
        knitting.endings.clear();
        clerk = people.clerkOf("371625003010");
        dispatcher = people.dispatcherOf(BOXING);
        job = ask(ids.of(BOXING));
    }

    @Test
    void aJobIsDoneAndTellsHowFarItIsAndWhereItsResultIs() {
        assertThat(seen().at("/state/code").asText()).isEqualTo("QUEUED");
        List<JsonNode> onTheWay = new ArrayList<>();
        knitting.pattern = (facts, progress) -> {
            progress.tell(40, 100);
            onTheWay.add(seen());
        };

        worker.workOff();

        assertThat(onTheWay.get(0).at("/state/code").asText()).isEqualTo("RUNNING");
        assertThat(onTheWay.get(0).path("done").asInt()).isEqualTo(40);
        assertThat(onTheWay.get(0).path("total").asInt()).isEqualTo(100);
        assertThat(seen().at("/state/code").asText()).isEqualTo("DONE");
        assertThat(seen().path("result").asText()).startsWith("/scarves/");
        assertThat(seen().path("actions")).isEmpty();
        assertThat(knitting.endings).isEmpty();
    }

    @Test
    void whoAskedAndTheDispatchersOfTheCenterSeeItAndForEveryoneElseThereIsNone() {
        dispatcher.get("/jobs/" + job).expect(200);
        for (Person stranger : List.of(
                people.clerkOf("371625003010"),
                people.dispatcherOf("371625003"),
                people.dispatcherOf("371626"),
                people.auditorOf(BOXING))) {
            stranger.get("/jobs/" + job).expect(404, "not-found");
            stranger.post("/jobs/" + job + "/cancel").expect(404, "not-found");
            assertThat(stranger.get("/jobs").expect(200).json().path("items")).isEmpty();
        }
        Api.anonymous().get("/jobs/" + job).expect(401);
        assertThat(seen().at("/state/code").asText()).isEqualTo("QUEUED");
    }

    @Test
    void myJobsAreListedTheLatestFirstInPages() {
        List<String> asked = new ArrayList<>(List.of(job.toString()));
        for (int i = 0; i < 4; i++) {
            time.advance(Duration.ofSeconds(1));
            asked.add(0, ask(ids.of(BOXING)).toString());
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        for (String next = "start"; !next.isEmpty(); cursor = "&cursor=" + next) {
            JsonNode page = clerk.get("/jobs?limit=2" + cursor).expect(200).json();
            page.path("items").forEach(line -> read.add(line.path("id").asText()));
            next = page.path("next").asText("");
        }
        assertThat(read).isEqualTo(asked);
    }

    @Test
    void aJobWhoseInstanceWasKilledIsTakenUpAgainWhenItsLeaseHasRunOut() {
        begin().orElseThrow();

        worker.workOff();
        assertThat(seen().at("/state/code").asText()).isEqualTo("RUNNING");

        time.advance(BEYOND_THE_LEASE);
        worker.workOff();
        assertThat(seen().at("/state/code").asText()).isEqualTo("DONE");
    }

    @Test
    void anInstanceThatIsStillHeardOfKeepsItsJob() {
        Run run = begin().orElseThrow();
        time.advance(Duration.ofSeconds(40));
        runs.tell(run, 1, 2);
        time.advance(Duration.ofSeconds(40));
        runs.hold(run);
        time.advance(Duration.ofSeconds(40));
        assertThat(begin()).isEmpty();
    }

    @Test
    void anInstanceThatWakesUpTooLateWritesNothingMore() {
        Run asleep = begin().orElseThrow();
        time.advance(BEYOND_THE_LEASE);
        Run awake = begin().orElseThrow();
        runs.tell(awake, 1, 2);

        assertThatThrownBy(() -> runs.tell(asleep, 2, 2)).isInstanceOf(JobStopped.class);
        assertThatThrownBy(() -> runs.succeed(asleep, "/late")).isInstanceOf(JobStopped.class);
        runs.stopped(asleep);

        assertThat(seen().at("/state/code").asText()).isEqualTo("RUNNING");
        assertThat(seen().path("done").asInt()).isEqualTo(1);
        runs.succeed(awake, "/scarf");
        assertThat(seen().path("result").asText()).isEqualTo("/scarf");
    }

    @Test
    void aJobThatKillsItsInstancesIsGivenUpAndItsRoomLetsGo() {
        for (int i = 0; i < Job.MOST_RUNS; i++) {
            begin().orElseThrow();
            time.advance(BEYOND_THE_LEASE);
        }
        assertThat(begin()).isEmpty();
        assertThat(seen().at("/state/code").asText()).isEqualTo("FAILED");
        assertThat(seen().at("/problem/type").asText()).isEqualTo("urn:diandan:problem:job-given-up");
        assertThat(knitting.endings).containsExactly(JobState.FAILED);
    }

    @Test
    void aJobThatBreaksOffIsTriedAgainAndThenGivenUp() {
        knitting.pattern = (facts, progress) -> {
            throw new IllegalStateException("a stitch is lost");
        };
        for (int i = 0; i < Job.MOST_RUNS; i++) {
            worker.workOff();
            assertThat(seen().at("/state/code").asText()).isEqualTo("RUNNING");
            time.advance(BEYOND_THE_LEASE);
        }
        worker.workOff();
        assertThat(seen().at("/state/code").asText()).isEqualTo("FAILED");
    }

    @Test
    void whatItsRoomRefusesIsTheJobsProblemInTheLanguageOfTheReader() {
        knitting.pattern = (facts, progress) -> {
            throw HttpProblem.NOT_FOUND.because();
        };
        worker.workOff();
        assertThat(seen().at("/state/code").asText()).isEqualTo("FAILED");
        assertThat(seen().at("/problem/type").asText()).isEqualTo("urn:diandan:problem:not-found");
        JsonNode english = clerk.api().in("en").get("/jobs/" + job).json();
        assertThat(english.at("/problem/detail").asText())
                .isNotEqualTo(seen().at("/problem/detail").asText());
        assertThat(knitting.endings).containsExactly(JobState.FAILED);
    }

    @Test
    void aJobThatWaitsIsCancelledAtOnce() {
        JsonNode cancelled =
                dispatcher.post("/jobs/" + job + "/cancel").expect(200).json();
        assertThat(cancelled.at("/state/code").asText()).isEqualTo("CANCELLED");
        assertThat(knitting.endings).containsExactly(JobState.CANCELLED);
        worker.workOff();
        assertThat(seen().at("/state/code").asText()).isEqualTo("CANCELLED");
        clerk.post("/jobs/" + job + "/cancel").expect(409, "job-over");
    }

    @Test
    void aJobThatIsAtWorkStopsAtItsNextWord() {
        List<String> did = new ArrayList<>();
        knitting.pattern = (facts, progress) -> {
            did.add("before");
            JsonNode told = clerk.post("/jobs/" + job + "/cancel").expect(200).json();
            assertThat(told.at("/state/code").asText()).isEqualTo("RUNNING");
            progress.tell(1, 2);
            did.add("after");
        };
        worker.workOff();
        assertThat(did).containsExactly("before");
        assertThat(seen().at("/state/code").asText()).isEqualTo("CANCELLED");
        assertThat(knitting.endings).containsExactly(JobState.CANCELLED);
    }

    @Test
    void aCancelledJobWhoseInstanceWasKilledEndsToo() {
        begin().orElseThrow();
        clerk.post("/jobs/" + job + "/cancel").expect(200);
        time.advance(BEYOND_THE_LEASE);
        worker.workOff();
        assertThat(seen().at("/state/code").asText()).isEqualTo("CANCELLED");
        assertThat(knitting.endings).containsExactly(JobState.CANCELLED);
    }

    @Test
    void ofManyInstancesOneTakesAJob() throws Exception {
        var instances = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<Run>>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(this::begin);
            }
            int taken = 0;
            for (var outcome : instances.invokeAll(all)) {
                taken += outcome.get().isPresent() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            instances.shutdownNow();
        }
    }

    @Test
    void oneJobOfAKindAtATimeIsDoneForASubject() {
        UUID subject = ids.of(BOXING);
        UUID first = ask(subject);
        assertThat(ask(subject)).isEqualTo(first);
        worker.workOff();
        assertThat(ask(subject)).isNotEqualTo(first);
    }

    private Optional<Run> begin() {
        return runs.begin(BOXING);
    }

    private UUID ask(UUID subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jobs.ask(new NewJob(Knitting.KIND, subject, Actor.of(clerk.account()))));
    }

    private JsonNode seen() {
        return clerk.get("/jobs/" + job).expect(200).json();
    }
}

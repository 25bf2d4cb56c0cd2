package org.diandan.tasks;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diandan.tasks.TaskKind.CALL_RESIDENT;
import static org.diandan.tasks.TaskKind.FIRST_LOOK;
import static org.diandan.tasks.TaskKind.SAFETY_CALL;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.diandan.http.Answer;
import org.diandan.http.Api;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;
import org.diandan.sites.TestSites;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TasksTest {

    private static final String BOCHANG = "371625003";
    private static final String JINXIU = "371625003010";

    @Inject
    Tasks tasks;

    @Inject
    DoneTasks doneTasks;

    @Inject
    TestTime time;

    @Inject
    Ids ids;

    @Inject
    People people;

    @Inject
    TestSites sites;

    @Inject
    Session session;

    private UUID order;

    @BeforeEach
    void aFreshBoard() {
        QuarkusTransaction.requiringNew().run(() -> {
            session.createNativeMutationQuery("delete from task").executeUpdate();
        });
        sites.ensure(JINXIU);
        time.reset();
        doneTasks.heard.clear();
        order = ids.of("371625");
    }

    @Test
    void aClerkFindsTakesAndEndsATask() {
        UUID id = open(CALL_RESIDENT, Role.CLERK, order);
        Person clerk = people.clerkOf(JINXIU);

        JsonNode line = clerk.get("/tasks").expect(200).json().at("/items/0");
        assertThat(line.path("id").asText()).isEqualTo(id.toString());
        assertThat(line.path("subject").asText()).isEqualTo(order.toString());

        Answer seen = clerk.get("/tasks/" + id).expect(200);
        assertThat(seen.header("ETag").orElseThrow()).startsWith("\"0-");
        assertThat(texts(seen.json().path("actions"))).containsExactly("TAKE", "DONE");
        assertThat(seen.json().path("note").asText()).isEqualTo("ask for the key");

        JsonNode taken = clerk.post("/tasks/" + id + "/take").expect(200).json();
        assertThat(taken.path("state").asText()).isEqualTo("TAKEN");
        assertThat(taken.at("/taken/name").asText()).isEqualTo("王小明");
        assertThat(texts(taken.path("actions"))).containsExactly("DONE");

        JsonNode done = clerk.post(
                        "/tasks/" + id + "/done", Map.of("outcome", "REACHED", "note", "will be at home at three"))
                .expect(200)
                .json();
        assertThat(done.path("state").asText()).isEqualTo("DONE");
        assertThat(done.path("closingNote").asText()).isEqualTo("will be at home at three");
        assertThat(doneTasks.heard).singleElement().satisfies(news -> {
            assertThat(news.task()).isEqualTo(id);
            assertThat(news.kind()).isEqualTo(CALL_RESIDENT);
            assertThat(news.subject()).isEqualTo(order);
            assertThat(news.outcome()).isEqualTo(TaskOutcome.REACHED);
            assertThat(news.by().account().toString())
                    .isEqualTo(done.at("/closed/account").asText());
        });
        assertThat(clerk.get("/tasks").json().path("items")).isEmpty();
        assertThat(clerk.get("/tasks?state=DONE&mine=true").json().path("items"))
                .hasSize(1);
    }

    @Test
    void aTaskOutsideOnesAreaDoesNotExist() {
        UUID id = open(CALL_RESIDENT, Role.DISPATCHER, order);
        for (Person stranger : List.of(
                people.clerkOf(JINXIU),
                people.dispatcherOf("371625004"),
                people.dispatcherOf("371626"),
                people.dispatcherOf("210321"))) {
            stranger.get("/tasks/" + id).expect(404, "not-found");
            stranger.post("/tasks/" + id + "/take").expect(404, "not-found");
            stranger.post("/tasks/" + id + "/done", Map.of("outcome", "REACHED"))
                    .expect(404, "not-found");
            assertThat(stranger.get("/tasks").expect(200).json().path("items")).isEmpty();
        }
        for (Person dispatcher : List.of(
                people.dispatcherOf(JINXIU),
                people.dispatcherOf(BOCHANG),
                people.dispatcherOf("371625"),
                people.account(Ids.INSTALLATION, new Grant(Role.DISPATCHER, "3716")))) {
            dispatcher.get("/tasks/" + id).expect(200);
            assertThat(dispatcher.get("/tasks").expect(200).json().path("items"))
                    .hasSize(1);
        }
        people.auditorOf("371625").get("/tasks").expect(403);
        Api.anonymous().get("/tasks").expect(401);
        people.dispatcherOf("371625").get("/tasks/" + UUID.randomUUID()).expect(404, "not-found");
    }

    @Test
    void aDispatcherSeesTheClerksTasksToo() {
        open(CALL_RESIDENT, Role.CLERK, order);
        open(FIRST_LOOK, Role.DISPATCHER, order);

        assertThat(people.dispatcherOf(BOCHANG).get("/tasks").json().path("items"))
                .hasSize(2);
        assertThat(people.clerkOf(BOCHANG).get("/tasks").json().path("items")).hasSize(1);
        assertThat(people.dispatcherOf(BOCHANG)
                        .get("/tasks?kind=FIRST_LOOK")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void theMostPressingComesFirstAndPagesJoinWithoutGapOrDouble() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Two at a time are due together: then the id decides.
            Duration in = ofHours(10 - i / 2);
            opened.add(open(CALL_RESIDENT, Role.CLERK, ids.of("371625"), in).toString());
        }
        Person clerk = people.clerkOf(JINXIU);

        List<String> read = new ArrayList<>();
        List<String> dueAt = new ArrayList<>();
        String cursor = "";
        for (String next = "start"; !next.isEmpty(); cursor = "&cursor=" + next) {
            JsonNode page = clerk.get("/tasks?limit=3" + cursor).expect(200).json();
            page.path("items").forEach(line -> {
                read.add(line.path("id").asText());
                dueAt.add(line.path("dueAt").asText());
            });
            next = page.path("next").asText("");
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(opened);
        assertThat(dueAt).isSorted();
        clerk.get("/tasks?cursor=forged").expect(400, "bad-request");
        clerk.get("/tasks?limit=201").expect(400, "bad-request");
        clerk.get("/tasks?kind=NO_SUCH").expect(400, "bad-request");
        clerk.get("/tasks?nosuch=1").expect(400, "bad-request");
    }

    @Test
    void whatHasEndedIsListedTheLatestFirst() {
        Person clerk = people.clerkOf(JINXIU);
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID id = open(CALL_RESIDENT, Role.CLERK, ids.of("371625"));
            clerk.post("/tasks/" + id + "/done", Map.of("outcome", "NOT_REACHED"))
                    .expect(200);
            time.advance(ofMinutes(1));
            done.add(0, id.toString());
        }

        JsonNode first = clerk.get("/tasks?state=DONE&limit=3").expect(200).json();
        JsonNode second = clerk.get(
                        "/tasks?state=DONE&limit=3&cursor=" + first.path("next").asText())
                .expect(200)
                .json();

        List<String> read = new ArrayList<>();
        first.path("items").forEach(line -> read.add(line.path("id").asText()));
        second.path("items").forEach(line -> read.add(line.path("id").asText()));
        assertThat(read).containsExactlyElementsOf(done);
        assertThat(second.path("next").isMissingNode() || second.path("next").isNull())
                .isTrue();
    }

    @Test
    void whatCannotBeDoneNowIsRefusedWithWhatCan() {
        UUID id = open(SAFETY_CALL, Role.CLERK, order);
        Person clerk = people.clerkOf(JINXIU);
        Person colleague = people.clerkOf(BOCHANG);

        JsonNode foreign = clerk.api()
                .in("en")
                .post("/tasks/" + id + "/done", Map.of("outcome", "EXCUSED"))
                .expect(400, "task-outcome-foreign")
                .json();
        assertThat(texts(foreign.path("outcomes"))).containsExactly("SAFE", "HELP_NEEDED", "NOT_REACHED");
        clerk.post("/tasks/" + id + "/done", Map.of("note", "no outcome")).expect(400, "bad-request");
        clerk.post("/tasks/" + id + "/done", Map.of("outcome", "SAFE", "note", "x".repeat(1001)))
                .expect(400, "bad-request");

        clerk.post("/tasks/" + id + "/take").expect(200);
        JsonNode taken = colleague
                .post("/tasks/" + id + "/done", Map.of("outcome", "SAFE"))
                .expect(409, "task-taken")
                .json();
        assertThat(taken.path("state").asText()).isEqualTo("TAKEN");
        assertThat(texts(taken.path("actions"))).isEmpty();

        clerk.api()
                .with("If-Match", "\"0-stale\"")
                .post("/tasks/" + id + "/done", Map.of("outcome", "SAFE"))
                .expect(412);
        clerk.post("/tasks/" + id + "/done", Map.of("outcome", "SAFE")).expect(200);
        clerk.post("/tasks/" + id + "/take").expect(409, "task-not-open");
        assertThat(doneTasks.heard).hasSize(1);
    }

    @Test
    void ofManyWhoTakeATaskAtOnceOneHasIt() throws Exception {
        UUID id = open(CALL_RESIDENT, Role.CLERK, order);
        List<Person> clerks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clerks.add(people.clerkOf(JINXIU));
        }
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(clerks.size());
        List<Integer> answers = new ArrayList<>();
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (Person clerk : clerks) {
                running.add(pool.submit(() -> {
                    start.await();
                    return clerk.post("/tasks/" + id + "/take").status();
                }));
            }
            start.countDown();
            for (var each : running) {
                answers.add(each.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void aTaskThatIsDueGoesUpTheChainAndStaysAtTheTop() {
        UUID id = open(CALL_RESIDENT, Role.CLERK, order, ofHours(2));
        people.clerkOf(JINXIU).post("/tasks/" + id + "/take").expect(200);

        time.advance(ofHours(2).minusSeconds(1));
        assertThat(asked(id)).isEqualTo(JINXIU);
        time.advance(ofHours(1));
        assertThat(asked(id)).isEqualTo(BOCHANG);
        assertThat(seen(id).path("state").asText()).isEqualTo("OPEN");
        time.advance(ofHours(2));
        assertThat(asked(id)).isEqualTo("371625");
        time.advance(ofHours(2));
        assertThat(asked(id)).isEqualTo("3716");
        time.advance(ofHours(48));
        assertThat(asked(id)).isEqualTo("3716");
        people.clerkOf(JINXIU)
                .post("/tasks/" + id + "/done", Map.of("outcome", "REACHED"))
                .expect(200);
    }

    @Test
    void aTaskThatHasEndedGoesNowhere() {
        UUID id = open(CALL_RESIDENT, Role.CLERK, order, ofHours(2));
        Person clerk = people.clerkOf(JINXIU);
        clerk.post("/tasks/" + id + "/done", Map.of("outcome", "REACHED")).expect(200);

        time.advance(ofHours(5));

        assertThat(asked(id)).isEqualTo(JINXIU);
    }

    @Test
    void oneTaskOfAKindIsOpenForASubject() {
        UUID first = open(CALL_RESIDENT, Role.CLERK, order);
        assertThat(open(CALL_RESIDENT, Role.CLERK, order)).isEqualTo(first);
        assertThat(open(FIRST_LOOK, Role.CLERK, order)).isNotEqualTo(first);

        QuarkusTransaction.requiringNew().run(() -> tasks.settle(CALL_RESIDENT, order));

        Person clerk = people.clerkOf(JINXIU);
        assertThat(clerk.get("/tasks/" + first).json().path("state").asText()).isEqualTo("SETTLED");
        assertThat(clerk.get("/tasks").json().path("items")).hasSize(1);
        assertThat(open(CALL_RESIDENT, Role.CLERK, order)).isNotEqualTo(first);
        assertThat(doneTasks.heard).isEmpty();
    }

    @Test
    void aTaskIsOfTheCenterOfItsSubject() {
        assertThatThrownBy(() -> open(CALL_RESIDENT, Role.CLERK, ids.of("210321")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKindsAreServedWithTheirWords() {
        JsonNode english =
                Api.anonymous().in("en").get("/task-kinds").expect(200).json();
        assertThat(english).hasSize(TaskKind.values().length);
        assertThat(english.at("/0/text").asText()).isEqualTo("Call the resident");
        assertThat(english.at("/0/outcomes/0/text").asText()).isEqualTo("Reached");
        assertThat(Api.anonymous().get("/task-kinds").json().at("/0/text").asText())
                .isEqualTo("联系群众");
    }

    private UUID open(TaskKind kind, Role role, UUID subject) {
        return open(kind, role, subject, ofHours(4));
    }

    private UUID open(TaskKind kind, Role role, UUID subject, Duration in) {
        var task = new NewTask(kind, JINXIU, role, subject, time.now().plus(in), "ask for the key");
        return QuarkusTransaction.requiringNew().call(() -> tasks.open(task));
    }

    private String asked(UUID id) {
        return seen(id).path("asked").asText();
    }

    private JsonNode seen(UUID id) {
        return people.clerkOf(JINXIU).get("/tasks/" + id).expect(200).json();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.diandan.timers.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest {

    @Inject
    Callers callers;

    @Inject
    EntityManager database;

    @Inject
    IdempotencyKeys keys;

    @Inject
    TestTime time;

    private Api api;

    @BeforeEach
    void signIn() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("delete from shared_secret where center = '371625'")
                    .executeUpdate();
            database.createNativeQuery("delete from idempotency_key").executeUpdate();
        });
        api = callers.somebody();
        Probe.HIDDEN.clear();
    }

    @Test
    void aRequestSentAgainGetsTheFirstAnswerAndHappensOnce() {
        Api keyed = api.with("Idempotency-Key", "k-1");

        Answer first = keyed.post("/probe", probe("王", 0)).expect(201);
        Answer again = keyed.post("/probe", probe("王", 0)).expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location"))
                .hasValue("/api/v1/probe/" + first.id())
                .isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isPresent().isEqualTo(first.header("ETag"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutContentIsRepeatedToo() {
        Api keyed = api.with("Idempotency-Key", "k-1");

        keyed.post("/probe/nothing").expect(204);
        Answer again = keyed.post("/probe/nothing").expect(204);

        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachRequestHappens() {
        api.post("/probe", probe("王", 0)).expect(201);
        api.post("/probe", probe("王", 0)).expect(201);

        assertThat(effects()).isEqualTo(2);
        assertThat(stored()).isZero();
    }

    @Test
    void aKeyBelongsToOneRequestOnly() {
        Api keyed = api.with("Idempotency-Key", "k-1");
        keyed.post("/probe", probe("王", 0)).expect(201);

        keyed.post("/probe", probe("李", 0)).expect(422, "idempotency-key-reused");

        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void anotherAccountOrOperationMayUseTheSameKey() {
        Answer mine =
                api.with("Idempotency-Key", "k-1").post("/probe", probe("王", 0)).expect(201);
        Answer other = callers.somebody()
                .with("Idempotency-Key", "k-1")
                .post("/probe", probe("王", 0))
                .expect(201);
        api.with("Idempotency-Key", "k-1").post("/probe/nothing").expect(204);

        assertThat(other.id()).isNotEqualTo(mine.id());
        assertThat(other.header("Idempotency-Replayed")).isEmpty();
        assertThat(effects()).isEqualTo(3);
    }

    @Test
    void aRefusalLeavesNothingAndMayBeTriedAgain() {
        Api keyed = api.with("Idempotency-Key", "k-1");

        String first = keyed.post("/probe/refused").expect(409, "lost-race").text();
        String second = keyed.post("/probe/refused").expect(409, "lost-race").text();

        assertThat(second).isNotEqualTo(first);
        assertThat(effects()).isZero();
        assertThat(stored()).isZero();
    }

    @Test
    void aBadRequestTakesNoKey() {
        Api keyed = api.with("Idempotency-Key", "k-1");

        keyed.post("/probe", probe("x".repeat(30), 0)).expect(400);
        keyed.post("/probe", probe("王", 0)).expect(201);
    }

    @Test
    void whatTheCallerMayNoLongerSeeIsNotRepeated() {
        Api keyed = api.with("Idempotency-Key", "k-1");
        Answer first = keyed.post("/probe", probe("王", 0)).expect(201);
        Probe.HIDDEN.add("/probe/" + first.id());

        keyed.post("/probe", probe("王", 0)).expect(404, "not-found");

        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void fiftyTwinsHaveOneEffectAndFortyNineReplays() {
        List<Answer> answers =
                together(50, () -> api.with("Idempotency-Key", "k-1").post("/probe", probe("王", 300)));

        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers).extracting(Answer::text).containsOnly(answers.get(0).text());
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotency-Replayed").isPresent())
                .hasSize(49);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aTwinThatWaitsTooLongIsSentAway() {
        List<Answer> answers =
                together(2, () -> api.with("Idempotency-Key", "k-1").post("/probe", probe("王", 3_500)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        Answer waited = answers.stream()
                .filter(each -> each.status() == 409)
                .findFirst()
                .orElseThrow();
        waited.expect(409, "request-in-flight");
        assertThat(waited.header("Retry-After")).hasValue("1");
        assertThat(effects()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "clé", ""})
    void aKeyIsVisibleAscii(String key) {
        api.with("Idempotency-Key", key).in("en").post("/probe", probe("王", 0)).expect(400, "bad-request");
        api.with("Idempotency-Key", "x".repeat(256))
                .post("/probe", probe("王", 0))
                .expect(400, "bad-request");
        api.with("Idempotency-Key", "x".repeat(255))
                .post("/probe", probe("王", 0))
                .expect(201);
    }

    @Test
    void answersAreKeptForThreeDays() {
        api.with("Idempotency-Key", "k-1").post("/probe", probe("王", 0)).expect(201);

        time.advance(Duration.ofHours(71));
        keys.prune();
        assertThat(stored()).isEqualTo(1);

        time.advance(Duration.ofHours(2));
        keys.prune();
        assertThat(stored()).isZero();
    }

    private static String probe(String name, int milliseconds) {
        return "{\"name\": \"%s\", \"count\": %d, \"urgency\": \"NORMAL\"}".formatted(name, milliseconds);
    }

    private static List<Answer> together(int callers, Supplier<Answer> call) {
        var pool = Executors.newFixedThreadPool(callers);
        try {
            List<CompletableFuture<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(CompletableFuture.supplyAsync(call, pool));
            }
            return calls.stream().map(CompletableFuture::join).toList();
        } finally {
            pool.shutdown();
        }
    }

    private long effects() {
        return count("select count(*) from shared_secret where center = '371625' and name like 'probe %'");
    }

    private long stored() {
        return count("select count(*) from idempotency_key");
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }
}

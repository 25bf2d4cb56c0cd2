package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

    private static final String GOOD = """
            {"name": "王", "count": 0, "urgency": "NORMAL"}""";

    /** More than the pool has connections. */
    private static final int CALLERS = 30;

    private static final ExecutorService POOL = Executors.newCachedThreadPool();

    @Inject
    Callers callers;

    private Api api;

    @BeforeEach
    void signIn() {
        api = callers.somebody();
    }

    @Test
    void aGoodRequestIsDoneAndAListThatIsLeftOutIsEmpty() {
        Answer answer = api.post("/probe", GOOD).expect(201);

        assertThat(answer.json().path("tags").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"nmae\": 1} | /nmae | name",
                "{\"name\": 5, \"count\": 0, \"urgency\": \"NORMAL\"} | /name | text",
                "{\"name\": \"王\", \"count\": \"0\", \"urgency\": \"NORMAL\"} | /count | whole number",
                "{\"name\": \"王\", \"count\": 1.5, \"urgency\": \"NORMAL\"} | /count | whole number",
                "{\"name\": \"王\", \"count\": 99999999999, \"urgency\": \"NORMAL\"} | /count | whole number",
                "{\"name\": \"王\", \"count\": true, \"urgency\": \"NORMAL\"} | /count | whole number",
                "{\"name\": \"王\", \"urgency\": \"NORMAL\"} | /count | required",
                "{\"name\": \"王\", \"count\": null, \"urgency\": \"NORMAL\"} | /count | required",
                "{\"count\": 0, \"urgency\": \"NORMAL\"} | /name | required",
                "{\"name\": null, \"count\": 0, \"urgency\": \"NORMAL\"} | /name | required",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"SOON\"} | /urgency | PLANNED, NORMAL, URGENT, EMERGENCY",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": 1} | /urgency | PLANNED, NORMAL, URGENT, EMERGENCY",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"\"} | /urgency | PLANNED, NORMAL, URGENT, EMERGENCY",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"on\": \"2026-02-30\"} | /on | date",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"on\": 20000} | /on | date",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"on\": [2026, 1, 1]} | /on | date",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"at\": 5} | /at | time",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"at\": \"2026-11-23T06:00:00\"} | /at | time",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"at\": \"+99999-01-01T00:00:00Z\"} | /at | time",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"friend\": \"me\"} | /friend | UUID",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"area\": \"33010\"} | /area | 2, 4, 6, 9 or 12",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"tags\": \"one\"} | /tags | list",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"tags\": [null]} | /tags | required",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"tags\": [\"a\", \" \"]} | /tags/1 | blank",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"parts\": [{\"name\": \"\"}]} | /parts/0/name | blank",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"parts\": [{\"name\": \"a\", \"weight\": 1e400}]} | /parts/0/weight | number",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"parts\": {}} | /parts | list",
                "{\"name\": \"123456789012345678901\", \"count\": 0, \"urgency\": \"NORMAL\"} | /name | 20",
                "{\"name\": \"a\\u0000\", \"count\": 0, \"urgency\": \"NORMAL\"} | /name | control",
                "{\"name\": \"a\\ud800\", \"count\": 0, \"urgency\": \"NORMAL\"} | /name | control",
                "{\"name\": \"a\\u202e\", \"count\": 0, \"urgency\": \"NORMAL\"} | /name | control",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\", \"answers\": {\"a\\u0007\": \"b\"}} | /answers | control",
                "{\"name\": \"王\", \"name\": \"李\", \"count\": 0, \"urgency\": \"NORMAL\"} | '' | twice",
                "{\"name\": \"王\", \"count\": 0, \"urgency\": \"NORMAL\"} {} | '' | not JSON",
                "{\"name\": \"王\" | '' | not JSON",
                "nonsense | '' | not JSON",
                "null | '' | missing",
                "'' | '' | missing",
                "[] | '' | object",
                "\"text\" | '' | object",
            })
    void whatIsWrongInABodyIsSaidWithItsPlace(String body, String pointer, String detail) {
        Answer answer = api.in("en").post("/probe", body).expect(400, "bad-request");

        JsonNode fault = answer.json().path("errors").path(0);
        assertThat(fault.path("pointer").asText("none")).as(answer.toString()).startsWith(pointer);
        assertThat(fault.path("detail").asText()).as(answer.toString()).contains(detail);
        assertThat(answer.text()).doesNotContain("diandan.", "jackson", "java.");
    }

    @Test
    void allFaultsOfAForm_AreToldAtOnce() {
        JsonNode errors = api.in("en").post("/probe", """
                        {"name": "123456789012345678901", "count": 0, "urgency": "NORMAL",
                         "tags": [" "], "parts": [{"name": " "}]}""").expect(400).json().path("errors");

        assertThat(errors).hasSize(3);
    }

    @Test
    void aDeepBodyIsRefused() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);

        api.post("/probe", "{\"name\": " + deep + "}").expect(400, "bad-request");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] latin1 = GOOD.replace("王", "é").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = GOOD.getBytes(StandardCharsets.UTF_16LE);

        for (byte[] bytes : List.of(latin1, utf16)) {
            api.with("Content-Type", "application/json")
                    .send("POST", "/probe", BodyPublishers.ofByteArray(bytes))
                    .expect(400, "bad-request");
        }
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsTooLarge() {
        String body = "{\"name\": \"" + "x".repeat(1 << 20) + "\"}";

        api.post("/probe", body).expect(413, "too-large");
        var chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        api.with("Content-Type", "application/json")
                .send("POST", "/probe", chunked)
                .expect(413, "too-large");
    }

    @Test
    void aPictureMayHaveTenMebibytes() {
        byte[] picture = new byte[2 << 20];

        api.with("Content-Type", "image/png")
                .send("POST", "/probe/picture", BodyPublishers.ofByteArray(picture))
                .expect(204);
        api.with("Content-Type", "image/png")
                .send("POST", "/probe/picture", BodyPublishers.ofByteArray(new byte[11 << 20]))
                .expect(413, "too-large");
    }

    @Test
    void anotherMediaTypeIsUnsupported() {
        api.with("Content-Type", "text/plain").post("/probe", "hello").expect(415, "unsupported-media-type");
        api.with("Accept", "text/csv").get("/probe").expect(406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/probe?urgncy=NORMAL | urgncy | urgency",
                "/probe?urgency=SOON | urgency | PLANNED, NORMAL, URGENT, EMERGENCY",
                "/probe?urgency= | urgency | PLANNED, NORMAL, URGENT, EMERGENCY",
                "/probe?urgency=NORMAL&urgency=URGENT | urgency | once",
                "/probe?several=NORMAL&several=SOON | several | PLANNED, NORMAL, URGENT, EMERGENCY",
                "/probe?friend=me | friend | UUID",
                "/probe?since=yesterday | since | 2026",
                "/probe?on=2026-13-01 | on | date",
                "/probe?area=33010 | area | 2, 4, 6, 9 or 12",
                "/probe?open=yes | open | true or false",
                "/probe?limit=ten | limit | whole number",
                "/probe?limit=0 | limit | 1",
                "/probe?limit=201 | limit | 200",
                "/probe/filtered?limit=201 | limit | 200",
                "/probe/filtered?urgncy=NORMAL | urgncy | urgency",
                "/probe/filtered?urgency=SOON | urgency | PLANNED, NORMAL, URGENT, EMERGENCY",
                "/probe?cursor=forged | cursor | cursor",
                "/probe?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | cursor | cursor",
            })
    void whatIsWrongInTheQueryIsSaidWithItsName(String path, String parameter, String detail) {
        Answer answer = api.in("en").get(path).expect(400, "bad-request");

        JsonNode fault = answer.json().path("errors").path(0);
        assertThat(fault.path("parameter").asText()).as(answer.toString()).isEqualTo(parameter);
        assertThat(fault.path("detail").asText()).as(answer.toString()).contains(detail);
    }

    @Test
    void severalValuesArePossibleWhereTheyAreDeclared() {
        api.get("/probe/filtered?urgency=URGENT&limit=1").expect(200);
        api.get("/probe?several=NORMAL&several=URGENT&urgency=URGENT&limit=200&open=true&on=2026-11-23")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/probe?cursor=%00",
                "/api/v1/probe?cursor=%FF",
                "/api/v1/probe?cursor=%ED%A0%80",
                "/api/v1/probe?cursor=%C0%80",
                "/api/v1/probe/%E2%80%AE",
                "/%0A"
            })
    void anAddressThatIsNotCleanIsRefused(String path) {
        api.exchange("GET", path, BodyPublishers.noBody()).expect(400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/api",
                "/api/nowhere",
                "/api/v1",
                "/api/v1/nowhere",
                "/api/v1/probe/not-a-uuid",
                "/api/v1/probe/broken/not",
                "/api/v1/probe/a/b/c",
                "/q/nowhere",
                "/favicon.ico"
            })
    void whatIsNotThereIsNotFound(String path) {
        for (Api caller : List.of(Api.anonymous(), api)) {
            Answer answer =
                    caller.exchange("GET", path, BodyPublishers.noBody()).expect(404, "not-found");
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void aMethodThatIsNotTakenIsNotAllowed() {
        api.delete("/probe").expect(405, "method-not-allowed");
    }

    @Test
    void nobodyAndTheHolderOfAForgedTokenAreToldApart() {
        Answer nobody = Api.anonymous().post("/probe", GOOD).expect(401, "unauthenticated");
        Answer forger = Api.bearing("forged").post("/probe", GOOD).expect(401, "invalid-token");
        Api.bearing("forged").get("/probe").expect(401, "invalid-token");

        assertThat(nobody.header("WWW-Authenticate")).hasValue("Bearer");
        assertThat(forger.header("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void whoseRoleDoesNotOpenItIsForbidden() {
        api.get("/probe/admin").expect(403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "optimistic, 409, lost-race",
        "deadlock, 409, lost-race",
        "away, 503, unavailable",
        "disk, 503, unavailable",
        "slow, 503, unavailable",
        "slow-end, 503, unavailable",
    })
    void whatTheDatabaseCannotDoNowIsWorthAnotherTry(String how, int status, String problem) {
        Answer answer = api.get("/probe/broken/" + how).expect(status, problem);

        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.text()).doesNotContain("secret-canary");
    }

    @Test
    void withEveryConnectionTakenNobodyWaitsForLong() {
        long start = System.nanoTime();
        List<CompletableFuture<Answer>> calls = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> api.get("/probe/broken/slow"), POOL))
                .limit(CALLERS)
                .toList();

        assertThat(calls).allSatisfy(call -> call.join().expect(503, "unavailable"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        api.get("/probe").expect(200);
    }

    /** Fails when {@code RequestTime} is taken out: the answer then comes when the work is done. */
    @Test
    void whoeverIsNotAnsweredInTimeIsToldSoAndTheLateAnswerHurtsNobody() throws InterruptedException {
        try {
            api.get("/probe/waiting").expect(503, "unavailable");
        } finally {
            Probe.GATE.release();
        }
        Probe.PASSED.acquire();

        api.get("/probe").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "check"})
    void aFaultOfOursTellsItsIncidentAndNothingElse(String how) {
        Answer answer = api.get("/probe/broken/" + how).expect(500, "internal-error");

        List<String> members = new ArrayList<>();
        answer.json().fieldNames().forEachRemaining(members::add);
        assertThat(members).containsExactly("type", "title", "status", "detail", "incident");
        assertThat(answer.text()).doesNotContain("secret-canary");
        assertThat(answer.json().path("detail").asText())
                .contains(answer.json().path("incident").asText());
    }

    @Test
    void aProblemSpeaksTheCallersLanguage() {
        Answer chinese = api.get("/nowhere").expect(404);
        Answer english = api.in("en-GB,en;q=0.9,zh;q=0.1").get("/nowhere").expect(404);
        Answer other = api.in("fr").get("/nowhere").expect(404);

        assertThat(chinese.json().path("title").asText()).isEqualTo("未找到");
        assertThat(chinese.header("Content-Language")).hasValue("zh-CN");
        assertThat(english.json().path("title").asText()).isEqualTo("Not found");
        assertThat(english.header("Content-Language")).hasValue("en");
        assertThat(other.header("Content-Language")).hasValue("zh-CN");
        assertThat(chinese.json().path("type").asText()).isEqualTo("urn:diandan:problem:not-found");
    }

    @Test
    void aConstraintSpeaksTheCallersLanguageToo() {
        assertThat(fault(api)).contains("最大");
        assertThat(fault(api.in("zh"))).contains("最大");
        assertThat(fault(api.in("en"))).contains("less than or equal");
    }

    private static String fault(Api caller) {
        return caller.get("/probe?limit=201")
                .json()
                .path("errors")
                .path(0)
                .path("detail")
                .asText();
    }

    @Test
    void noAnswerIsKeptSniffedOrFramed() {
        Answer answer = api.get("/probe").expect(200);

        assertThat(answer.header("Cache-Control")).hasValue("private, no-store");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.header("Content-Security-Policy")).hasValue("default-src 'none'; frame-ancestors 'none'");
    }
}

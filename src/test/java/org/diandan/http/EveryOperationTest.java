package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.diandan.http.Contract.Operation;
import org.diandan.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation is there, and nothing that one sends to it breaks the program. */
@QuarkusTest
class EveryOperationTest {

    private static final List<String> JUNK =
            List.of("{}", "[]", "\"text\"", "null", "{\"a\"", "{\"name\": {\"name\": []}}");

    /** Beside what each operation documents, its {@code default}: too much, too large, not JSON, the database away. */
    private static final Set<Integer> ANYWHERE = Set.of(413, 415, 429);

    @Inject
    Callers callers;

    @Test
    void nobodyGetsBeyondTheDoor() {
        assertThat(Contract.operations()).allSatisfy(operation -> {
            int status = call(Api.anonymous(), operation, "{}").status();
            if (operation.roles().contains("ANYONE")) {
                assertThat(status).as(operation.toString()).isLessThan(500).isNotEqualTo(401);
            } else {
                // A 404 would mean that the path is shadowed by another room's (quarkus issues 18542, 43065).
                assertThat(status).as(operation.toString()).isEqualTo(401);
            }
        });
    }

    @Test
    void somebodyWithoutAnyRoleBreaksNothing() {
        assertThat(Contract.operations()).allSatisfy(operation -> {
            Api somebody = callers.somebody();
            junk(operation).forEach(junk -> isAnsweredAsDocumented(somebody, operation, junk));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSendsJunkIsAnsweredAsTheContractSays(Role role) {
        // Somebody else each time: one of the operations closes the account, another ends its tokens.
        assertThat(Contract.operations()).allSatisfy(operation -> {
            Api caller = callers.of(role);
            junk(operation).forEach(junk -> isAnsweredAsDocumented(caller, operation, junk));
        });
    }

    /** Well-formed bodies about what another Center has. Nothing is there, so nothing is changed for other tests. */
    @ParameterizedTest
    @EnumSource
    void whatIsElsewhereIsAnsweredAsTheContractSays(Role role) {
        Api caller = callers.of(role);

        assertThat(Contract.operations())
                .filteredOn(operation -> operation.path().contains("{"))
                .filteredOn(operation -> !operation.path().contains("/time-limits/"))
                .allSatisfy(operation -> {
                    Answer answer = isAnsweredAsDocumented(caller, operation, Examples.body(operation));
                    if (!operation.roles().contains("ANYONE")) {
                        assertThat(answer.status())
                                .as(operation + " of another Center: " + answer)
                                .isGreaterThanOrEqualTo(400);
                    }
                });
    }

    private static List<String> junk(Operation operation) {
        return takesBody(operation) ? JUNK : List.of("");
    }

    private static boolean takesBody(Operation operation) {
        return operation.node().has("requestBody");
    }

    private static Answer isAnsweredAsDocumented(Api caller, Operation operation, String body) {
        Answer answer = call(caller, operation, body);
        assertThat(answer.status())
                .as(operation + " with " + body + ": " + answer)
                .isLessThan(500)
                .isNotEqualTo(401);
        assertThat(operation.node().path("responses").has(Integer.toString(answer.status()))
                        || ANYWHERE.contains(answer.status()))
                .as(operation + " does not document " + answer)
                .isTrue();
        return answer;
    }

    /** Each answer is held against the contract by {@link Api}. */
    private static Answer call(Api caller, Operation operation, String body) {
        String path = Examples.path(operation).substring(Api.BASE.length());
        BodyPublisher sent = takesBody(operation) ? BodyPublishers.ofString(body) : BodyPublishers.noBody();
        String type = takesBody(operation)
                ? operation
                        .node()
                        .path("requestBody")
                        .path("content")
                        .fieldNames()
                        .next()
                : "application/json";
        return caller.with("Content-Type", type).with("If-Match", "*").send(operation.method(), path, sent);
    }
}

package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.diandan.http.Contract.Operation;
import org.junit.jupiter.api.Test;

/** Every operation is there, and nothing that one sends to it breaks the program. */
@QuarkusTest
class EveryOperationTest {

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
        Api somebody = callers.somebody();

        assertThat(Contract.operations()).allSatisfy(operation -> {
            for (String body : new String[] {"{}", "[]", "\"text\"", "{\"a\"", "{\"name\": {\"name\": []}}"}) {
                assertThat(call(somebody, operation, body).status())
                        .as(operation + " with " + body)
                        .isLessThan(500)
                        .isNotEqualTo(401);
            }
        });
    }

    private static Answer call(Api caller, Operation operation, String body) {
        String path = operation
                .path()
                .substring(Api.BASE.length())
                .replaceAll("\\{[^}]+}", new UUID(0x0192f3c8_0000_7000L, 0x8000_0000_0000_0001L).toString());
        boolean takesBody = operation.node().has("requestBody");
        BodyPublisher sent = takesBody ? BodyPublishers.ofString(body) : BodyPublishers.noBody();
        String type = takesBody
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

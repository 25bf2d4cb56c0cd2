package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diandan.http.Contract.Operation;
import org.diandan.shared.Role;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path WRITTEN = Path.of("target", "openapi", "openapi.yaml");

    @Test
    void theContractThatIsServedIsTheOneThatIsCommitted() throws IOException {
        String served = Api.anonymous()
                .exchange("GET", "/api/openapi", BodyPublishers.noBody())
                .expect(200)
                .text();
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, served);
        var yaml = new YAMLMapper();
        JsonNode committed = Files.exists(COMMITTED) ? yaml.readTree(COMMITTED.toFile()) : yaml.createObjectNode();

        assertThat(committed)
                .as("The API has changed: look at the difference, then  cp " + WRITTEN + " " + COMMITTED)
                .isEqualTo(Contract.tree(yaml, served));
    }

    @Test
    void eachOperationSaysWhatItDoesToWhichRoomItBelongsAndWhoMayCallIt() {
        assertThat(Contract.operations()).allSatisfy(operation -> {
            assertThat(operation.id()).as(operation.toString()).matches("[a-z][A-Za-z0-9]+");
            assertThat(operation.node().path("tags")).as(operation.toString()).hasSize(1);
            assertThat(operation.node().path("summary").asText())
                    .as(operation.toString())
                    .matches("\\p{Lu}.{2,}");
            assertThat(operation.roles()).as(operation.toString()).isNotEmpty().allMatch(ContractTest::isCaller);
        });
        assertThat(Contract.operations()).extracting(Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void whatChangesSomethingMayBeSentAgain() {
        assertThat(Contract.operations())
                .filteredOn(operation -> operation.method().equals("POST"))
                .filteredOn(operation -> !operation.path().startsWith(Api.BASE + "/auth/"))
                .filteredOn(operation -> !operation.roles().contains("ANYONE"))
                .allSatisfy(operation -> assertThat(
                                operation.node().path("parameters").toString())
                        .as(operation + " needs @Idempotent")
                        .contains("/IdempotencyKey"));
    }

    @Test
    void whatIsLimitedByItselfIsAnOperation() {
        var limited = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(HttpConfig.class);

        assertThat(limited.requestsPerMinute().operation()).isNotEmpty();
        assertThat(Contract.operations())
                .extracting(Operation::id)
                .containsAll(limited.requestsPerMinute().operation().keySet());
    }

    private static boolean isCaller(String role) {
        return role.equals("ANYONE") || role.equals("AUTHENTICATED") || Role.valueOf(role) != null;
    }
}

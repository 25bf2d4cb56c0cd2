package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractFilterTest {

    private final OpenAPI api = OASFactory.createOpenAPI();

    @BeforeEach
    void filter() throws IOException {
        api.components(OASFactory.createComponents()
                .addSchema("MakeProbe", schema("name", "count", "on", "tags", "parts"))
                .addSchema("ProbeView", schema("id", "name", "tags", "version"))
                .addSchema("PageString", schema("items", "next")));
        api.getComponents()
                .getSchemas()
                .get("MakeProbe")
                .addProperty("parts", OASFactory.createSchema().items(reference("Part")));
        api.getComponents().addSchema("Part", schema("name", "weight"));
        api.paths(OASFactory.createPaths()
                .addPathItem("/probe", path(HttpMethod.POST, "makeProbe", "200").GET(operation("listProbes", "200")))
                .addPathItem("/probe/nothing", path(HttpMethod.POST, "touchProbe", "201"))
                .addPathItem("/probe/admin", path(HttpMethod.GET, "adminProbe", "200"))
                .addPathItem(
                        "/probe/{id}", path(HttpMethod.GET, "readProbe", "200").PUT(operation("changeProbe", "200"))));
        api.getPaths()
                .getPathItem("/probe")
                .getPOST()
                .requestBody(OASFactory.createRequestBody()
                        .content(ContractParts.content("application/json", "#/components/schemas/MakeProbe")));
        new ContractFilter(Index.of(
                        Probe.class, Probe.MakeProbe.class, Probe.ProbeView.class, Probe.Part.class, Page.class))
                .filterOpenAPI(api);
    }

    @Test
    void aCreationAnswers201WithItsPlaceAndTag() {
        Operation make = api.getPaths().getPathItem("/probe").getPOST();

        assertThat(make.getResponses().getAPIResponses())
                .containsKeys("201", "400", "401", "403", "409", "422", "default");
        assertThat(make.getResponses().getAPIResponses()).doesNotContainKeys("200", "412");
        assertThat(make.getResponses().getAPIResponse("201").getHeaders())
                .containsOnlyKeys("ETag", "Location", "Idempotency-Replayed");
        assertThat(make.getParameters()).extracting("ref").contains("#/components/parameters/IdempotencyKey");
        assertThat(make.getExtensions()).containsEntry("x-roles", List.of("AUTHENTICATED"));
    }

    @Test
    void whatReturnsNothingAnswers204() {
        assertThat(api.getPaths()
                        .getPathItem("/probe/nothing")
                        .getPOST()
                        .getResponses()
                        .getAPIResponses())
                .containsKey("204")
                .doesNotContainKeys("200", "201");
    }

    @Test
    void aChangeNeedsTheVersionAndAReadMayNameIt() {
        PathItem path = api.getPaths().getPathItem("/probe/{id}");

        assertThat(path.getPUT().getParameters()).extracting("ref").contains("#/components/parameters/IfMatchNeeded");
        assertThat(path.getPUT().getResponses().getAPIResponses()).containsKeys("412", "428");
        assertThat(path.getGET().getParameters()).extracting("ref").contains("#/components/parameters/IfNoneMatch");
        assertThat(path.getGET().getResponses().getAPIResponses()).containsKeys("304");
    }

    @Test
    void whoMayCallIsSaid() {
        Operation admin = api.getPaths().getPathItem("/probe/admin").getGET();
        Operation list = api.getPaths().getPathItem("/probe").getGET();

        assertThat(admin.getExtensions()).containsEntry("x-roles", List.of("ADMIN"));
        assertThat(admin.getResponses().getAPIResponses()).containsKeys("401", "403");
        assertThat(list.getExtensions()).containsEntry("x-roles", List.of("ANYONE"));
        assertThat(list.getSecurity()).isEmpty();
        assertThat(list.getResponses().getAPIResponses()).containsKey("401").doesNotContainKey("403");
    }

    @Test
    void whatIsNotNullableIsRequired() {
        assertThat(schema("MakeProbe").getRequired()).containsExactlyInAnyOrder("name", "count");
        assertThat(schema("ProbeView").getRequired()).containsExactlyInAnyOrder("id", "name", "tags");
        assertThat(schema("PageString").getRequired()).containsExactly("items");
        assertThat(schema("Part").getRequired()).containsExactly("name");
    }

    @Test
    void aRequestHasNoOtherPropertiesAndAViewKeepsItsVersionToTheTag() {
        assertThat(schema("MakeProbe").getAdditionalPropertiesSchema().getBooleanSchema())
                .isFalse();
        assertThat(schema("Part").getAdditionalPropertiesSchema().getBooleanSchema())
                .isFalse();
        assertThat(schema("ProbeView").getAdditionalPropertiesSchema()).isNull();
        assertThat(schema("ProbeView").getProperties()).doesNotContainKey("version");
    }

    private Schema schema(String name) {
        return api.getComponents().getSchemas().get(name);
    }

    private static Schema schema(String... properties) {
        Schema schema = OASFactory.createSchema();
        for (String property : properties) {
            schema.addProperty(property, OASFactory.createSchema());
        }
        return schema;
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static PathItem path(HttpMethod method, String operation, String status) {
        PathItem path = OASFactory.createPathItem();
        path.setOperation(method, operation(operation, status));
        return path;
    }

    private static Operation operation(String id, String status) {
        return OASFactory.createOperation()
                .operationId(id)
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().description("OK")));
    }
}

package org.diandan.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.diandan.shared.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The parts of the contract that many operations share. */
final class ContractParts {

    static final String BEARER = "bearer";
    static final String PROBLEM = "Problem";
    static final String LANGUAGE = "AcceptLanguage";
    static final String KEY = "IdempotencyKey";
    static final String IF_MATCH = "IfMatch";
    static final String IF_MATCH_NEEDED = "IfMatchNeeded";
    static final String IF_NONE_MATCH = "IfNoneMatch";
    static final String TAG = "ETag";
    static final String LOCATION = "Location";
    static final String REPLAYED = "IdempotencyReplayed";

    private ContractParts() {}

    static void addTo(Components components) {
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("The access token that POST /auth/token gives."));
        components.addSchema(PROBLEM, problem());
        components.addResponse(
                PROBLEM,
                OASFactory.createAPIResponse()
                        .description("What stands in the way, as docs/problems.md explains.")
                        .content(content(Problem.MEDIA_TYPE, "#/components/schemas/" + PROBLEM)));
        components.addParameter(
                LANGUAGE,
                header("Accept-Language", "zh-CN (the default) or en.").example("zh-CN"));
        components.addParameter(
                KEY,
                header(
                                Idempotent.KEY,
                                "A name of this request, made by the caller: sent again with it within 72 hours, the request gets the first answer and happens once.")
                        .schema(text().pattern("^[\\x21-\\x7e]{1,255}$")));
        components.addParameter(
                IF_MATCH, header("If-Match", "The ETag of what the caller saw; the request fails if it has changed."));
        components.addParameter(
                IF_MATCH_NEEDED,
                header("If-Match", "The ETag of what the caller saw, or *; the request fails if it has changed.")
                        .required(true));
        components.addParameter(
                IF_NONE_MATCH,
                header("If-None-Match", "The ETag of what the caller has: answered with 304 if it still holds."));
        components.addHeader(TAG, given("The version, then a hash of what this caller sees."));
        components.addHeader(LOCATION, given("Where the new resource is."));
        components.addHeader(REPLAYED, given("true if this is the answer of an earlier request with the same key."));
    }

    static Content content(String mediaType, String reference) {
        return OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(reference)));
    }

    /** The values that JSON has as texts, in the forms that {@link StrictJson} takes, by the names that the platform gives. */
    static Map<String, Schema> scalars() {
        return Map.of(
                "Area",
                text().pattern("^(\\d{2}|\\d{4}|\\d{6}(\\d{3}(\\d{3})?)?(-\\d{3})?)$")
                        .description("The code of a division or site: 371625003010."),
                "Instant",
                text().format("date-time").description("With its offset; answered in UTC: 2026-11-23T06:00:00Z."),
                "LocalDate",
                text().format("date").description("2026-11-23."),
                "LocalTime",
                text().pattern("^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$").description("Where the Center is: 08:30."),
                "Duration",
                text().format("duration").description("ISO 8601: PT40M."));
    }

    private static Schema problem() {
        Schema fault = object().addProperty("pointer", text().description("Where in the body (JSON pointer)."))
                .addProperty("parameter", text().description("Which parameter or header."))
                .addProperty("detail", text().description("What is wrong, for the person."))
                .required(List.of("detail"));
        return object().description(
                        "Why a request was not done (RFC 9457). A kind of problem may have further members.")
                .addProperty("type", text().pattern("^" + ProblemType.URN + "[a-z0-9-]+$"))
                .addProperty("title", text())
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599)))
                .addProperty("detail", text().description("For the person who asked."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(fault))
                .addProperty("state", text().description("The state of what was to be moved."))
                .addProperty(
                        "actions",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(text())
                                .description("What the caller may do with it now."))
                .addProperty("incident", text().description("Under which the log tells the rest."))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text());
    }

    private static Header given(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }
}

package org.diandan.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** One operation of the contract, and the endpoint that it is. */
final class ContractOperation {

    private static final DotName RESOURCE = DotName.createSimple(Resource.class);
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);
    private static final DotName NEEDS_IF_MATCH = DotName.createSimple(NeedsIfMatch.class);
    private static final DotName STATUS = DotName.createSimple("org.jboss.resteasy.reactive.ResponseStatus");
    private static final DotName ROLES = DotName.createSimple("jakarta.annotation.security.RolesAllowed");
    private static final DotName ANYONE = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final String CREATED = "201";
    private static final String NO_CONTENT = "204";

    private final IndexView index;
    private final MethodInfo endpoint;
    private final HttpMethod method;
    private final Operation operation;

    ContractOperation(IndexView index, MethodInfo endpoint, HttpMethod method, Operation operation) {
        this.index = index;
        this.endpoint = endpoint;
        this.method = method;
        this.operation = operation;
    }

    void complete() {
        addCallers();
        addParameters();
        APIResponse good = good();
        Map<String, APIResponse> all = new TreeMap<>();
        String status = status();
        all.put(status, good);
        if (isResource()) {
            good.addHeader("ETag", header(ContractParts.TAG));
            if (status.equals(CREATED)) {
                good.addHeader("Location", header(ContractParts.LOCATION));
            }
            if (method == HttpMethod.GET) {
                all.put("304", OASFactory.createAPIResponse().description("What the caller has still holds."));
            }
        }
        if (isIdempotent()) {
            good.addHeader(Idempotent.REPLAYED, header(ContractParts.REPLAYED));
        }
        for (String refused : refusals()) {
            all.put(refused, problem());
        }
        APIResponses responses = OASFactory.createAPIResponses();
        all.forEach(responses::addAPIResponse);
        responses.addAPIResponse("default", problem());
        operation.setResponses(responses);
    }

    /** The answer that the platform has found; it takes all for 200, and a POST that returns nothing for 201. */
    private APIResponse good() {
        if (operation.getResponses() != null) {
            for (var response : operation.getResponses().getAPIResponses().entrySet()) {
                if (response.getKey().startsWith("2")) {
                    APIResponse good = response.getValue();
                    if (status().equals(NO_CONTENT)) {
                        good.setContent(null);
                        good.setDescription("Done.");
                    }
                    return good;
                }
            }
        }
        return OASFactory.createAPIResponse().description("Done.");
    }

    private String status() {
        AnnotationInstance declared = endpoint.annotation(STATUS);
        if (declared != null) {
            return Integer.toString(declared.value().asInt());
        }
        return endpoint.returnType().kind() == Type.Kind.VOID ? NO_CONTENT : "200";
    }

    private void addCallers() {
        AnnotationInstance roles = declared(ROLES);
        if (roles != null) {
            operation.addExtension("x-roles", List.of(roles.value().asStringArray()));
        } else {
            operation.addExtension("x-roles", List.of(declared(ANYONE) == null ? "AUTHENTICATED" : "ANYONE"));
        }
        if (isOpen()) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(ContractParts.BEARER)));
        }
    }

    private boolean isOpen() {
        return declared(ROLES) == null && declared(ANYONE) != null;
    }

    /** What the method says, else what its class says. */
    private @Nullable AnnotationInstance declared(DotName annotation) {
        AnnotationInstance onMethod = endpoint.declaredAnnotation(annotation);
        return onMethod != null ? onMethod : endpoint.declaringClass().declaredAnnotation(annotation);
    }

    private void addParameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            parameters.addAll(operation.getParameters());
        }
        if (isIdempotent()) {
            parameters.add(parameter(ContractParts.KEY));
        }
        switch (method) {
            case GET -> {
                if (isResource()) {
                    parameters.add(parameter(ContractParts.IF_NONE_MATCH));
                }
            }
            case PUT, PATCH, DELETE -> parameters.add(parameter(ContractParts.IF_MATCH_NEEDED));
            case POST -> {
                if (needsIfMatch()) {
                    parameters.add(parameter(ContractParts.IF_MATCH_NEEDED));
                } else if (isResource() && !status().equals(CREATED)) {
                    parameters.add(parameter(ContractParts.IF_MATCH));
                }
            }
            default -> {}
        }
        parameters.add(parameter(ContractParts.LANGUAGE));
        operation.setParameters(parameters);
    }

    private List<String> refusals() {
        List<String> refusals = new ArrayList<>();
        refusals.add("400");
        // Whoever sends a token that is not good is told so wherever it is.
        refusals.add("401");
        if (!isOpen()) {
            // By their roles, or by what they are to the one thing that it is about.
            refusals.add("403");
        }
        refusals.add("404");
        if (method != HttpMethod.GET) {
            refusals.add("409");
        }
        switch (method) {
            case PUT, PATCH, DELETE -> refusals.addAll(List.of("412", "428"));
            case POST -> {
                if (isResource() && !status().equals(CREATED)) {
                    refusals.add("412");
                }
                if (needsIfMatch()) {
                    refusals.add("428");
                }
            }
            default -> {}
        }
        if (isIdempotent()) {
            refusals.add("422");
        }
        return refusals;
    }

    private boolean isIdempotent() {
        return endpoint.hasDeclaredAnnotation(IDEMPOTENT);
    }

    private boolean needsIfMatch() {
        return endpoint.hasDeclaredAnnotation(NEEDS_IF_MATCH);
    }

    private boolean isResource() {
        ClassInfo type = index.getClassByName(endpoint.returnType().name());
        return type != null && type.interfaceNames().contains(RESOURCE);
    }

    private static Parameter parameter(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    private static Header header(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + ContractParts.PROBLEM);
    }
}

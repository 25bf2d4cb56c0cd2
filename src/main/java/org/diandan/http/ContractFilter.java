package org.diandan.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Writes into the contract what the conventions of this room add to each operation and record, so that no endpoint needs
 * to say it: statuses, headers, problems, who may call, and what is required. Runs when the program is built.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ContractFilter implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final IndexView index;

    /** Made by the build. */
    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        ContractParts.addTo(api.getComponents());
        Map<String, MethodInfo> endpoints = endpoints();
        if (api.getPaths() != null) {
            for (PathItem path : api.getPaths().getPathItems().values()) {
                path.getOperations().forEach((method, operation) -> {
                    MethodInfo endpoint = endpoints.get(String.valueOf(operation.getOperationId()));
                    if (endpoint != null) {
                        new ContractOperation(index, endpoint, method, operation).complete();
                    }
                });
            }
            api.setPaths(sorted(api.getPaths()));
        }
        new ContractRecords(index, api).complete();
        sort(api.getComponents());
    }

    private Map<String, MethodInfo> endpoints() {
        Map<String, MethodInfo> endpoints = new LinkedHashMap<>();
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                endpoints.put(
                        operation.value("operationId").asString(),
                        operation.target().asMethod());
            }
        }
        return endpoints;
    }

    /** By name, so that a change of one room moves nothing of another. */
    private static Paths sorted(Paths paths) {
        Paths sorted = OASFactory.createPaths();
        new TreeMap<>(paths.getPathItems()).forEach(sorted::addPathItem);
        return sorted;
    }

    private static void sort(Components components) {
        if (components.getSchemas() != null) {
            components.setSchemas(new TreeMap<>(components.getSchemas()));
        }
    }
}

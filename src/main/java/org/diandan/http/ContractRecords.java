package org.diandan.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** The records of the contract: which of their properties are always there, and that requests may have no others. */
final class ContractRecords {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName RESOURCE = DotName.createSimple(Resource.class);
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<DotName> MANY = Set.of(
            DotName.createSimple("java.util.List"),
            DotName.createSimple("java.util.Set"),
            DotName.createSimple("java.util.Collection"),
            DotName.createSimple("java.util.Map"));

    private final List<ClassInfo> records;
    private final OpenAPI api;

    ContractRecords(IndexView index, OpenAPI api) {
        this.records = index.getKnownClasses().stream()
                .filter(each -> each.isRecord() && each.name().toString().startsWith("org.diandan."))
                .sorted(Comparator.comparing(ClassInfo::name))
                .toList();
        this.api = api;
    }

    void complete() {
        ContractParts.scalars().forEach((name, schema) -> {
            if (api.getComponents().getSchemas().containsKey(name)) {
                api.getComponents().addSchema(name, schema);
            }
        });
        Set<String> asked = askedFor();
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() == null) {
                return;
            }
            boolean request = asked.contains(name);
            recordOf(name, schema).ifPresent(type -> {
                if (type.interfaceNames().contains(RESOURCE)) {
                    schema.removeProperty("version");
                    schema.removeProperty("path");
                }
                schema.setRequired(required(type, schema, request));
            });
            if (request) {
                schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            }
        });
    }

    private static List<String> required(ClassInfo type, Schema schema, boolean request) {
        List<String> required = new ArrayList<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            boolean optional = component.type().hasAnnotation(NULLABLE)
                    || component.hasAnnotation(NULLABLE)
                    // A list that is left out of a request is empty.
                    || (request && MANY.contains(component.type().name()));
            if (!optional && schema.getProperties().containsKey(component.name())) {
                required.add(component.name());
            }
        }
        return required;
    }

    /** Schemas go by a record's simple name, with a number if there are several, or with what it is generic in. */
    private Optional<ClassInfo> recordOf(String name, Schema schema) {
        Set<String> properties = schema.getProperties().keySet();
        return records.stream()
                .filter(type ->
                        name.startsWith(type.simpleName()) && names(type).containsAll(properties))
                .max(Comparator.comparing((ClassInfo type) -> type.simpleName().length())
                        .thenComparing(type -> -names(type).size()));
    }

    private static Set<String> names(ClassInfo type) {
        return type.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    /** The schemas that request bodies are made of. */
    private Set<String> askedFor() {
        Deque<String> open = new ArrayDeque<>();
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                    .values()
                    .forEach(operation -> open.addAll(bodyOf(operation))));
        }
        Set<String> asked = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            if (asked.add(name)) {
                Schema schema = api.getComponents().getSchemas().get(name);
                if (schema != null) {
                    open.addAll(references(schema));
                }
            }
        }
        return asked;
    }

    private static List<String> bodyOf(Operation operation) {
        Content content = operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent();
        return content == null
                ? List.of()
                : content.getMediaTypes().values().stream()
                        .filter(type -> type.getSchema() != null)
                        .flatMap(type -> references(type.getSchema()).stream())
                        .toList();
    }

    private static List<String> references(Schema schema) {
        List<String> references = new ArrayList<>();
        if (schema.getRef() != null) {
            references.add(schema.getRef().replace(SCHEMAS, ""));
        }
        List<Schema> below = new ArrayList<>();
        if (schema.getProperties() != null) {
            below.addAll(schema.getProperties().values());
        }
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .forEach(below::addAll);
        if (schema.getItems() != null) {
            below.add(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            below.add(schema.getAdditionalPropertiesSchema());
        }
        below.forEach(each -> references.addAll(references(each)));
        return references;
    }
}

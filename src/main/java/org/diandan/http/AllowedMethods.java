package org.diandan.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods an address takes, as the contract has it: a 405 must say so (RFC 9110), and the platform does not. */
@ApplicationScoped
class AllowedMethods {

    private static final String CONTRACT = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final ObjectMapper json;
    private @Nullable Map<String, Set<String>> known;

    AllowedMethods(ObjectMapper json) {
        this.json = json;
    }

    /** The value of {@code Allow}, such as {@code GET, POST}; empty for an address that is not in the contract. */
    String of(String path) {
        Set<String> allowed = new TreeSet<>();
        known().forEach((pattern, methods) -> {
            if (Pattern.matches(pattern, path)) {
                allowed.addAll(methods);
            }
        });
        return String.join(", ", allowed);
    }

    private synchronized Map<String, Set<String>> known() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    private Map<String, Set<String>> read() {
        Map<String, Set<String>> methods = new TreeMap<>();
        try (InputStream contract =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(CONTRACT)) {
            JsonNode paths = json.readTree(contract).path("paths");
            paths.properties().forEach(path -> {
                Set<String> taken = new TreeSet<>();
                path.getValue().fieldNames().forEachRemaining(name -> {
                    if (METHODS.contains(name)) {
                        taken.add(name.toUpperCase(Locale.ROOT));
                    }
                });
                methods.put(path.getKey().replaceAll("\\{[^}]+}", "[^/]+"), taken);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return methods;
    }
}

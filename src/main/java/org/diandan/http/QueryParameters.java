package org.diandan.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.diandan.shared.Area;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Refuses query parameters that the operation does not know (a filter that is misspelt would else show everything), that
 * stand twice, or whose value is not of their type (for which Jakarta REST would answer 404).
 */
@Provider
class QueryParameters implements ContainerRequestFilter {

    private final Map<Method, Map<String, Declared>> declared = new ConcurrentHashMap<>();
    private final ResourceInfo resource;
    private final Language language;

    QueryParameters(ResourceInfo resource, Language language) {
        this.resource = resource;
        this.language = language;
    }

    /** The name by which a parameter, or a field of a bean of parameters, stands in the query, if it does. */
    static Optional<String> nameOf(AnnotatedElement element, String name) {
        RestQuery rest = element.getAnnotation(RestQuery.class);
        if (rest != null) {
            return Optional.of(rest.value().isEmpty() ? name : rest.value());
        }
        return Optional.ofNullable(element.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Map<String, Declared> known =
                declared.computeIfAbsent(resource.getResourceMethod(), QueryParameters::declaredBy);
        List<Fault> faults = new ArrayList<>();
        given.forEach((name, values) -> {
            Declared parameter = known.get(name);
            if (parameter == null) {
                faults.add(fault(name, "unknown-parameter", String.join(", ", known.keySet())));
            } else if (values.size() > 1 && !parameter.many()) {
                faults.add(fault(name, "repeated-parameter"));
            } else if (!values.stream().allMatch(parameter::takes)) {
                faults.add(Fault.in(name, Fault.expects(parameter.type(), language.locale())));
            }
        });
        if (!faults.isEmpty()) {
            throw Fault.refuse(faults);
        }
    }

    private Fault fault(String name, String key, Object... arguments) {
        return Fault.in(name, Fault.text(key, language.locale(), arguments));
    }

    private static Map<String, Declared> declaredBy(Method method) {
        Map<String, Declared> known = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            nameOf(parameter, parameter.getName())
                    .ifPresent(name ->
                            known.put(name, Declared.of(parameter.getType(), parameter.getParameterizedType())));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    nameOf(field, field.getName())
                            .ifPresent(name -> known.put(name, Declared.of(field.getType(), field.getGenericType())));
                }
            }
        }
        return known;
    }

    /** A parameter as the method declares it. */
    private record Declared(Class<?> type, boolean many) {

        static Declared of(Class<?> raw, Type declared) {
            boolean many = Collection.class.isAssignableFrom(raw);
            Type type = declared instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : declared;
            return new Declared((Class<?>) type, many);
        }

        boolean takes(String value) {
            try {
                parse(value);
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        }

        private Object parse(String value) {
            if (type == UUID.class) {
                return StrictJson.Scalars.uuid(value);
            } else if (type == Instant.class) {
                return StrictJson.Scalars.instant(value);
            } else if (type == LocalDate.class) {
                return StrictJson.Scalars.date(value);
            } else if (type == Duration.class) {
                return StrictJson.Scalars.duration(value);
            } else if (type == Area.class) {
                return new Area(value);
            } else if (type == int.class || type == Integer.class) {
                return Integer.valueOf(value);
            } else if (type == long.class || type == Long.class) {
                return Long.valueOf(value);
            } else if (type == boolean.class || type == Boolean.class) {
                return choice(value, "true", "false");
            } else if (type.isEnum()) {
                return choice(value, names());
            } else if (type == String.class) {
                return value;
            }
            throw new IllegalStateException("Teach QueryParameters the form of " + type);
        }

        private String[] names() {
            Object[] constants = type.getEnumConstants();
            String[] names = new String[constants.length];
            for (int i = 0; i < names.length; i++) {
                names[i] = ((Enum<?>) constants[i]).name();
            }
            return names;
        }

        private static String choice(String value, String... choices) {
            if (List.of(choices).contains(value)) {
                return value;
            }
            throw new IllegalArgumentException(value);
        }
    }
}

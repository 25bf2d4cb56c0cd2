package org.diandan.http;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Turns the violations of an endpoint's constraints into faults of its request. */
final class ViolationFaults {

    private static final Comparator<Fault> IN_ORDER = Comparator.comparing(Fault::toString);

    private ViolationFaults() {}

    /** Tells whether the caller is to blame: an answer that breaks its own constraints is a fault of ours. */
    static boolean isOfRequest(Throwable thrown) {
        return thrown instanceof ResteasyReactiveViolationException violations
                && violations.getConstraintViolations().stream()
                        .noneMatch(violation -> kinds(violation).contains(ElementKind.RETURN_VALUE));
    }

    static List<Fault> of(Throwable thrown) {
        var violations = ((ResteasyReactiveViolationException) thrown).getConstraintViolations();
        return violations.stream().map(ViolationFaults::of).sorted(IN_ORDER).toList();
    }

    private static Fault of(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        Parameter parameter = null;
        Method method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD -> method = method(violation, node.as(Path.MethodNode.class));
                case PARAMETER ->
                    parameter = method == null
                            ? null
                            : method.getParameters()[
                                    node.as(Path.ParameterNode.class).getParameterIndex()];
                default -> append(pointer, node);
            }
        }
        if (parameter != null && parameter.isAnnotationPresent(BeanParam.class)) {
            return Fault.in(pointer.substring(1), violation.getMessage());
        }
        return parameter != null && isNamed(parameter)
                ? Fault.in(nameOf(parameter), violation.getMessage())
                : Fault.at(pointer.toString(), violation.getMessage());
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(JsonFaults.escape(node.getKey().toString()));
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(JsonFaults.escape(node.getName()));
        }
    }

    private static Method method(ConstraintViolation<?> violation, Path.MethodNode node) {
        // The container may call a class that it made itself, which keeps the signature but not the annotations.
        Class<?> type = violation.getRootBeanClass();
        while (type.isSynthetic()) {
            type = type.getSuperclass();
        }
        try {
            return type.getDeclaredMethod(
                    node.getName(), node.getParameterTypes().toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("No such endpoint: " + violation.getPropertyPath(), e);
        }
    }

    private static boolean isNamed(Parameter parameter) {
        return parameter.isAnnotationPresent(RestQuery.class)
                || parameter.isAnnotationPresent(QueryParam.class)
                || parameter.isAnnotationPresent(RestPath.class)
                || parameter.isAnnotationPresent(PathParam.class);
    }

    private static String nameOf(Parameter parameter) {
        return QueryParameters.nameOf(parameter, parameter.getName()).orElse(parameter.getName());
    }

    private static List<ElementKind> kinds(ConstraintViolation<?> violation) {
        var kinds = new ArrayList<ElementKind>();
        violation.getPropertyPath().forEach(node -> kinds.add(node.getKind()));
        return kinds;
    }
}

package org.diandan.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diandan.shared.Refused;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a request, as the {@code errors} of a bad request list it.
 *
 * @param pointer where in the body, as a JSON pointer (RFC 6901), empty for the whole; absent if not in the body
 * @param parameter which parameter of the path or query, or which header; absent if in the body
 * @param detail what is wrong and what would be right, for the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(@Nullable String pointer, @Nullable String parameter, String detail) {

    /** A fault in the body. */
    public static Fault at(String pointer, String detail) {
        return new Fault(pointer, null, detail);
    }

    /** A fault in a parameter of the path or query, or in a header. */
    public static Fault in(String parameter, String detail) {
        return new Fault(null, parameter, detail);
    }

    /** The refusal of a request that has these faults. */
    public static Refused refuse(List<Fault> faults) {
        return HttpProblem.BAD_REQUEST.because().with("errors", List.copyOf(faults));
    }

    /** The refusal of a request that has this fault alone. */
    public Refused refuse() {
        return refuse(List.of(this));
    }

    /** A sentence of this room about a fault. */
    static String text(String key, Locale language, Object... arguments) {
        return Texts.of(Fault.class, "fault." + key, language, arguments);
    }

    /** What a value of this type looks like, such as {@code 2026-11-23}. */
    static String expects(Class<?> type, Locale language) {
        Object[] constants = type.getEnumConstants();
        if (constants != null) {
            var names = new StringBuilder();
            for (Object constant : constants) {
                names.append(names.isEmpty() ? "" : ", ").append(((Enum<?>) constant).name());
            }
            return text("expects.choice", language, names);
        }
        return text("expects." + kind(type), language);
    }

    private static String kind(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long", "short", "Short" -> "whole-number";
            case "double", "Double", "BigDecimal" -> "number";
            case "boolean", "Boolean" -> "boolean";
            case "String" -> "text";
            case "UUID" -> "id";
            case "Instant" -> "instant";
            case "LocalDate" -> "date";
            case "LocalTime" -> "time";
            case "Duration" -> "duration";
            case "Area" -> "area";
            case "TimeWindow" -> "window";
            default -> ofShape(type);
        };
    }

    private static String ofShape(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "object" : "other";
    }
}

package org.diandan.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns what Jackson says of a body into words for the person who sent it: never names of classes. */
final class JsonFaults {

    private JsonFaults() {}

    static Fault of(JacksonException wrong, Locale language) {
        if (wrong instanceof StreamConstraintsException) {
            return Fault.at("", Fault.text("json-limits", language));
        }
        if (wrong instanceof JsonMappingException mapping) {
            return Fault.at(pointer(mapping.getPath()), detail(mapping, language));
        }
        if (wrong.getOriginalMessage().startsWith("Duplicate field")) {
            return Fault.at("", Fault.text("duplicate-property", language, place(wrong.getLocation())));
        }
        return Fault.at("", Fault.text("malformed-json", language, place(wrong.getLocation())));
    }

    private static String detail(JsonMappingException wrong, Locale language) {
        if (wrong.getCause() instanceof StreamConstraintsException) {
            return Fault.text("json-limits", language);
        }
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            return Fault.text("unknown-property", language, known == null ? "" : String.join(", ", sorted(known)));
        }
        if (wrong instanceof InvalidNullException
                || wrong.getOriginalMessage().startsWith("Missing required creator property")
                || wrong.getOriginalMessage().startsWith("Cannot map `null`")) {
            return Fault.text("required", language);
        }
        if (wrong.getOriginalMessage().startsWith("Trailing token")) {
            return Fault.text("malformed-json", language, place(wrong.getLocation()));
        }
        if (wrong.getOriginalMessage().equals(StrictJson.UNCLEAN)) {
            return Fault.text("unclean-text", language);
        }
        if (wrong instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return Fault.expects(mismatch.getTargetType(), language);
        }
        if (wrong.getCause() instanceof InputCoercionException outOfRange) {
            return Fault.expects(outOfRange.getTargetType(), language);
        }
        if (wrong instanceof ValueInstantiationException refusedByItself) {
            return Fault.expects(refusedByItself.getType().getRawClass(), language);
        }
        return Fault.text("invalid", language);
    }

    private static Collection<String> sorted(Collection<Object> names) {
        return names.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object[] place(JsonLocation location) {
        return new Object[] {Integer.toString(location.getLineNr()), Integer.toString(location.getColumnNr())};
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName())))
                .collect(Collectors.joining());
    }

    /** RFC 6901. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

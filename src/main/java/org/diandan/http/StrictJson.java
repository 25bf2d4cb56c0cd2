package org.diandan.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as the contract has it and guesses nothing: no unknown or repeated property, no number for a text or text
 * for a number, no null for what is required, no text that would break a database or a page.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    static final String UNCLEAN = "unclean text";

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 256;

    /** After all others, which would loosen it. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(RequestBody.GREATEST)
                        .build());
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        coerceNothing(mapper);
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        mapper.setAnnotationIntrospector(AnnotationIntrospector.pair(
                new RequiredComponents(), mapper.getDeserializationConfig().getAnnotationIntrospector()));
        mapper.registerModule(scalars());
    }

    @SuppressWarnings("deprecation") // the builder that replaces it cannot change a mapper that exists
    private static void coerceNothing(ObjectMapper mapper) {
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    private static SimpleModule scalars() {
        return new SimpleModule("strict")
                .addDeserializer(String.class, new Text<>(String.class, Function.identity()))
                .addDeserializer(UUID.class, new Text<>(UUID.class, Scalars::uuid))
                .addDeserializer(Instant.class, new Text<>(Instant.class, Scalars::instant))
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, Scalars::date))
                .addDeserializer(LocalTime.class, new Text<>(LocalTime.class, Scalars::time))
                .addDeserializer(Duration.class, new Text<>(Duration.class, Scalars::duration))
                .addDeserializer(Double.class, new FiniteNumber())
                .addDeserializer(double.class, new FiniteNumber())
                .addDeserializer(Number.class, new AnyNumber())
                .addKeyDeserializer(String.class, new CleanKey());
    }

    /** A value that JSON has as a text, and as a text alone. */
    private static final class Text<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(_valueClass, parser);
            }
            String text = CleanText.composed(parser.getText());
            if (!CleanText.isClean(text)) {
                return context.reportInputMismatch(this, UNCLEAN);
            }
            try {
                return parse.apply(text);
            } catch (RuntimeException e) {
                return (T) context.handleWeirdStringValue(_valueClass, text, "not of this form");
            }
        }
    }

    /** Neither a text nor a number so great that it would become infinity. */
    private static final class FiniteNumber extends StdScalarDeserializer<Double> {

        private static final long serialVersionUID = 1L;

        FiniteNumber() {
            super(Double.class);
        }

        @Override
        public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (Double) context.handleUnexpectedToken(Double.class, parser);
            }
            double number = parser.getDoubleValue();
            return Double.isFinite(number)
                    ? number
                    : (Double) context.handleWeirdNumberValue(Double.class, number, "out of range");
        }
    }

    /** A number where anything may stand, such as the answer to a question: as great as a database's may be. */
    private static final class AnyNumber extends StdScalarDeserializer<Number> {

        private static final long serialVersionUID = 1L;

        AnyNumber() {
            super(Number.class);
        }

        @Override
        public @Nullable Number deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Number number = parser.getNumberValue();
            return Double.isFinite(number.doubleValue())
                    ? number
                    : (Number) context.handleWeirdNumberValue(Double.class, number, "out of range");
        }
    }

    private static final class CleanKey extends KeyDeserializer {

        @Override
        public @Nullable Object deserializeKey(String key, DeserializationContext context) throws IOException {
            String composed = CleanText.composed(key);
            return CleanText.isClean(composed) ? composed : context.reportInputMismatch(String.class, UNCLEAN);
        }
    }

    /** The forms of values, in bodies and in query parameters alike. */
    static final class Scalars {

        private static final int LENGTH_OF_UUID = 36;
        private static final Duration LONGEST = Duration.ofDays(36_600);

        private Scalars() {}

        static UUID uuid(String text) {
            if (text.length() != LENGTH_OF_UUID) {
                throw new IllegalArgumentException(text);
            }
            return UUID.fromString(text);
        }

        /** In microseconds, as the database keeps it. */
        static Instant instant(String text) {
            OffsetDateTime time = OffsetDateTime.parse(text);
            checkYear(time.getYear());
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        }

        static LocalDate date(String text) {
            LocalDate date = LocalDate.parse(text);
            checkYear(date.getYear());
            return date;
        }

        /** To the second at most. */
        static LocalTime time(String text) {
            LocalTime time = LocalTime.parse(text);
            if (!time.truncatedTo(ChronoUnit.SECONDS).equals(time)) {
                throw new IllegalArgumentException(text);
            }
            return time;
        }

        static Duration duration(String text) {
            Duration duration = Duration.parse(text);
            if (duration.abs().compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(text);
            }
            return duration;
        }

        /** What four digits can say; beyond, the database or the calendar would overflow. */
        private static void checkYear(int year) {
            if (year < 1 || year > 9999) {
                throw new IllegalArgumentException("year " + year);
            }
        }
    }
}

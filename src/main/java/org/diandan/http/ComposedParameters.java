package org.diandan.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Texts in the query and in paths are composed as those in bodies are, so that what was entered is found. */
@Provider
class ComposedParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // a converter of texts is one of T, which is String
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> raw, @Nullable Type generic, Annotation @Nullable [] annotations) {
        return raw == String.class ? (ParamConverter<T>) new Composed() : null;
    }

    private static final class Composed implements ParamConverter<String> {

        @Override
        public String fromString(String value) {
            return CleanText.composed(value);
        }

        @Override
        public String toString(String value) {
            return value;
        }
    }
}

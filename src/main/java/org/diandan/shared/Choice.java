package org.diandan.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A value that a person chooses from a list, with its text in the caller's language. */
public record Choice(String code, String text) {

    /** The values of an enumeration, in its order. */
    public static <E extends Enum<E>> List<Choice> of(Class<E> enumeration, Locale language) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(value -> new Choice(value.name(), Texts.of(value, language)))
                .toList();
    }
}

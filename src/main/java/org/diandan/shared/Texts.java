package org.diandan.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The words that people read, per room and language: {@code messages/<room>.properties} in Chinese (zh-CN, the default)
 * and {@code messages/<room>_en.properties} in English.
 */
public final class Texts {

    /** The language of a caller who names none. */
    public static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** The name of an enumeration's value, from the key {@code <Enumeration>.<VALUE>} of the room that it lives in. */
    public static String of(Enum<?> value, Locale language) {
        Class<?> type = value.getDeclaringClass();
        return of(type, type.getSimpleName() + "." + value.name(), language);
    }

    /**
     * A text of a room.
     *
     * @param anchor any class of the room
     * @param arguments what {@code {0}}, {@code {1}} … stand for
     * @throws MissingResourceException if the room has no such text: a fault of ours, found by a test
     */
    public static String of(Class<?> anchor, String key, Locale language, Object... arguments) {
        String name = anchor.getPackageName();
        String room = name.substring(name.lastIndexOf('.') + 1);
        String text = ResourceBundle.getBundle("messages." + room, language, anchor.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
    }
}

package org.diandan.startup;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What stops the program from starting. Each has one paragraph that says what is wrong and what to do. */
enum StartupProblem {
    /** Arguments: host, port. */
    ADDRESS_TAKEN,
    /** Arguments: port. */
    PORT_TAKEN,
    /** Arguments: folder, the system's own words. */
    FOLDER_NOT_WRITABLE,
    /** Arguments: folder, the system's own words. */
    FOLDER_NOT_EXECUTABLE,
    /** Arguments: folder. */
    DISK_FULL,
    /** Arguments: folder. */
    ALREADY_RUNNING,
    /** Arguments: folder, major version found, major version needed. */
    OTHER_VERSION,
    /** Arguments: folder. */
    FOLDER_DAMAGED,
    /** Arguments: folder. */
    NO_DATABASE,
    /** No arguments. */
    NAMESPACES_FORBIDDEN,
    /** Arguments: operating system, processor. */
    PLATFORM_UNKNOWN,
    /** Arguments: name, value. */
    SETTING_INVALID,
    /** Arguments: what is wrong with which setting. */
    CONFIGURATION_INVALID,
    /** Arguments: log file, its last lines. */
    DATABASE_FAILED;

    /** The paragraph in the language of the person at the terminal: Chinese for {@code zh}, English for all others. */
    String text(Locale locale, Object... arguments) {
        var language = "zh".equals(locale.getLanguage()) ? Locale.ROOT : Locale.ENGLISH;
        var bundle = ResourceBundle.getBundle(
                "messages/startup",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(slug()), language).format(arguments);
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

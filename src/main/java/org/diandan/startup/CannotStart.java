package org.diandan.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ends the start with a named problem; the person at the terminal reads its message and no stack trace. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final StartupProblem problem;

    CannotStart(StartupProblem problem, @Nullable Object... arguments) {
        super(problem.text(Locale.getDefault(), strings(arguments)));
        this.problem = problem;
    }

    /** A failed read or write in {@code folder}, told apart by the system's words for a full disk. */
    static CannotStart writing(Path folder, IOException cause) {
        var words = String.valueOf(cause.getMessage());
        var cannotStart = saysDiskFull(words)
                ? new CannotStart(StartupProblem.DISK_FULL, folder)
                : new CannotStart(
                        StartupProblem.FOLDER_NOT_WRITABLE,
                        folder,
                        cause.getClass().getSimpleName() + ": " + words);
        cannotStart.initCause(cause);
        return cannotStart;
    }

    static boolean saysDiskFull(String words) {
        return words.contains("No space left on device")
                || words.contains("Check free disk space")
                || words.contains("Disk quota exceeded")
                || words.contains("not enough space on the disk");
    }

    StartupProblem problem() {
        return problem;
    }

    /** As text on one line, else {@code MessageFormat} would write port 5432 as 5,432. */
    private static Object[] strings(@Nullable Object[] arguments) {
        var strings = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            strings[i] = String.valueOf(arguments[i]).replaceAll("\\s+", " ");
        }
        return strings;
    }
}

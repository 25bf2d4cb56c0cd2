package org.diandan.startup;

import static org.diandan.startup.StartupProblem.ADDRESS_TAKEN;
import static org.diandan.startup.StartupProblem.CONFIGURATION_INVALID;
import static org.diandan.startup.StartupProblem.SETTING_INVALID;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.ConfigValidationException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the database, unless one is configured, then the program; stops them in the opposite order. With arguments it does
 * what they say instead.
 */
@QuarkusMain
public class Main {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final int SECONDS_TO_STOP = 60;

    /** Ends the process with 0, or with 1 and one paragraph on the error stream. */
    public static void main(String... arguments) {
        int exit;
        try {
            exit = arguments.length > 0 ? runCommand(arguments) : start();
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            exit = 1;
        }
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            System.exit(exit);
        }
    }

    private static int start() {
        return setting(URL).isPresent() ? runQuarkus() : runEmbedded();
    }

    private static int runCommand(String... arguments) {
        try (var commands = new Commands(Main::setting)) {
            // A Ctrl-C runs the hooks alone, and the database that was started for the command must not outlive it.
            Runtime.getRuntime().addShutdownHook(new Thread(commands::close, "database-stop"));
            return commands.run(arguments);
        }
    }

    private static int runEmbedded() {
        var database =
                EmbeddedDatabase.start(Path.of(setting("diandan.data-dir").orElse("data")), port());
        var stopped = new CountDownLatch(1);
        // The process ends when its hooks have ended, whatever this thread still does: the hook waits for it.
        var hook = new Thread(() -> await(stopped), "database-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        var configuration = database.configuration();
        configuration.forEach(System::setProperty);
        try {
            return runQuarkus();
        } finally {
            configuration.keySet().forEach(System::clearProperty);
            try {
                database.close();
            } finally {
                stopped.countDown();
            }
        }
    }

    private static int runQuarkus() {
        var exit = new AtomicInteger();
        var failed = new AtomicReference<@Nullable Throwable>();
        // With a handler of our own Quarkus returns here instead of ending the process, and says nothing of a failure.
        Quarkus.run((@Nullable Class<? extends QuarkusApplication>) null, (code, failure) -> {
            exit.set(code);
            failed.set(failure);
        });
        report(failed.get());
        return exit.get();
    }

    private static void report(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof QuarkusBindException taken) {
                throw new CannotStart(ADDRESS_TAKEN, taken.getHost(), taken.getPort());
            }
            if (cause instanceof ConfigValidationException invalid) {
                throw new CannotStart(CONFIGURATION_INVALID, invalid.getMessage());
            }
        }
        if (failure != null) {
            Logger.getLogger(Main.class).error("The program could not start", failure);
        }
    }

    private static int port() {
        var port = setting("diandan.database-port").orElse("0");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
            throw new CannotStart(SETTING_INVALID, "diandan.database-port", port);
        }
        return Integer.parseInt(port);
    }

    /** System property, else environment variable; read here because Quarkus' configuration does not exist yet. */
    private static Optional<String> setting(String name) {
        var variable = name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        return Optional.ofNullable(System.getProperty(name, System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

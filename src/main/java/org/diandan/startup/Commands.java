package org.diandan.startup;

import static org.diandan.startup.StartupProblem.ALREADY_RUNNING;
import static org.diandan.startup.StartupProblem.NO_DATABASE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.diandan.shared.Command;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** What the program does when its command line names something: only that, and it ends. */
@CommandLine.Command(
        name = "diandan",
        mixinStandardHelpOptions = true,
        description = "Without a command the program starts and answers requests.",
        synopsisSubcommandLabel = "COMMAND")
final class Commands implements AutoCloseable {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private final Function<String, Optional<String>> settings;
    private @Nullable EmbeddedDatabase started;

    /** @param settings a setting by its name, where there is one */
    Commands(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** Runs what the arguments say; answers the process's exit code, 2 if they say nothing sensible or it failed. */
    int run(String... arguments) {
        var line = new CommandLine(this);
        ServiceLoader.load(Command.class, Commands.class.getClassLoader()).forEach(command -> {
            command.on(this::connect);
            line.addSubcommand(command);
        });
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println(failure.getMessage());
            return ExitCode.USAGE;
        });
        return line.execute(arguments);
    }

    private Connection connect() throws SQLException {
        Optional<String> url = settings.apply(URL);
        if (url.isPresent()) {
            return connect(url.get(), setting("quarkus.datasource.username"), setting("quarkus.datasource.password"));
        }
        Path data = Path.of(settings.apply("diandan.data-dir").orElse("data"));
        if (!Files.isDirectory(data.resolve("database"))) {
            throw new CannotStart(NO_DATABASE, data.toAbsolutePath().normalize());
        }
        try {
            started = EmbeddedDatabase.start(data, 0);
            return connect(
                    started.url(), DatabaseLogins.PROGRAM, started.logins().program());
        } catch (CannotStart problem) {
            if (problem.problem() != ALREADY_RUNNING) {
                throw problem;
            }
            var running = RunningDatabase.on(data);
            return connect(
                    running.url(), DatabaseLogins.PROGRAM, running.logins().program());
        }
    }

    private String setting(String name) {
        return settings.apply(name).orElse("");
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Stops the database, if it was started for the command. */
    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}

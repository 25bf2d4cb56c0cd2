package org.diandan.startup;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.diandan.shared.Command;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** What the program does when its command line names something: only that, and it ends. */
@CommandLine.Command(
        name = "diandan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Without a command the program starts and answers requests.",
        synopsisSubcommandLabel = "COMMAND")
final class Commands implements AutoCloseable {

    private final CommandInstallation installation;

    /** @param settings a setting by its name, where there is one */
    Commands(Function<String, Optional<String>> settings) {
        installation = new CommandInstallation(settings);
    }

    /** Runs what the arguments say; answers the process's exit code, 2 if they say nothing sensible or it failed. */
    int run(String... arguments) {
        var line = new CommandLine(this);
        ServiceLoader.load(Command.class, Commands.class.getClassLoader()).forEach(command -> {
            command.on(installation);
            line.addSubcommand(command);
        });
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println(failure.getMessage());
            return ExitCode.USAGE;
        });
        return line.execute(arguments);
    }

    /** Lets go of the database, and stops it if it was started for the command. */
    @Override
    public void close() {
        installation.close();
    }
}

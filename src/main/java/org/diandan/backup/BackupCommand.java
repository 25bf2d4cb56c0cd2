package org.diandan.backup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.diandan.shared.OutsideWorld;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup FILE|FOLDER}: everything that the database holds, into one file. */
@Command(name = "backup", resourceBundle = "messages.backup", mixinStandardHelpOptions = true)
public final class BackupCommand implements org.diandan.shared.Command, Runnable {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'diandan-'uuuu-MM-dd'T'HH-mm-ss'Z.zip'")
            .withZone(ZoneOffset.UTC);

    private final Clock clock = OutsideWorld.time();

    @Parameters(paramLabel = "FILE|FOLDER", descriptionKey = "target")
    @Nullable
    Path target;

    @Option(names = "--with-keys", descriptionKey = "with-keys")
    boolean withKeys;

    @Spec
    @Nullable
    CommandSpec spec;

    private @Nullable Installation installation;

    @Override
    public void on(Installation given) {
        installation = given;
    }

    @Override
    public void run() {
        var file = file(requireNonNull(target), clock.instant());
        var talk = new Talk(requireNonNull(spec), file, BackupProblem.FILE_NOT_WRITTEN);
        talk.during(() -> backUp(requireNonNull(installation), file, talk));
    }

    private void backUp(Installation from, Path file, Talk talk) throws SQLException, IOException {
        var manifest = new BackingUp(from.owned(), new KeyFolder(from.dataFolder()), from.version(), clock)
                .into(file, withKeys, talk);
        talk.say("backup.done", manifest.tables().size(), manifest.rows(), Files.size(file), file);
        if (!withKeys) {
            talk.sayOfKeys("backup.keys", manifest.keys());
        }
    }

    private static Path file(Path named, Instant now) {
        return Files.isDirectory(named) ? named.resolve(NAME.format(now)) : named;
    }
}

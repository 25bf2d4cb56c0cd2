package org.diandan.backup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore FILE}: fills an empty database from a backup, and compares. */
@Command(name = "restore", resourceBundle = "messages.backup", mixinStandardHelpOptions = true)
public final class RestoreCommand implements org.diandan.shared.Command, Runnable {

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    Path file;

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
        var stored = requireNonNull(file);
        var talk = new Talk(requireNonNull(spec), stored, BackupProblem.FILE_NOT_READ);
        talk.during(() -> restore(requireNonNull(installation), stored, talk));
    }

    private static void restore(Installation into, Path file, Talk talk) throws SQLException, IOException {
        try (var backup = new StoredBackup(file, into.version())) {
            var manifest = backup.manifest();
            talk.say("restore.checking");
            backup.check((table, content) -> {});
            new Restoring(into.ownedOrMade(), into.version()).from(backup, talk);
            talk.say("restore.done", manifest.tables().size(), manifest.rows());
            var keys = new KeyFolder(into.dataFolder());
            for (var key : manifest.keys()) {
                if (key.isCopied()) {
                    keys.add(key.name(), backup.bytes(key));
                }
            }
            talk.sayOfKeys(
                    "restore.keys",
                    manifest.keys().stream().filter(key -> !key.isCopied()).toList());
        }
    }
}

package org.diandan.backup;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-backup FILE}: whether the file is whole, without a database. */
@Command(name = "verify-backup", resourceBundle = "messages.backup", mixinStandardHelpOptions = true)
public final class VerifyBackupCommand implements org.diandan.shared.Command, Runnable {

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
        talk.during(() -> {
            try (var backup =
                    new StoredBackup(stored, requireNonNull(installation).version())) {
                backup.check(talk);
                var manifest = backup.manifest();
                talk.say(
                        "verify.done",
                        manifest.tables().size(),
                        manifest.rows(),
                        manifest.madeAt().toString(),
                        manifest.program(),
                        manifest.schema());
            }
        });
    }
}

package org.diandan.backup;

import static org.diandan.backup.BackupProblem.DATABASE_AWAY;
import static org.diandan.backup.BackupProblem.DATABASE_FAILED;
import static org.diandan.backup.BackupProblem.DATABASE_FULL;
import static org.diandan.backup.BackupProblem.DISK_FULL;
import static org.diandan.backup.BackupProblem.ROWS_HIDDEN;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diandan.shared.Texts;
import org.flywaydb.core.api.FlywayException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What a command of this room says to the person at the terminal, and how it names what went wrong. */
final class Talk implements Progress {
    private static final Locale LANGUAGE =
            "zh".equals(Locale.getDefault().getLanguage()) ? Texts.DEFAULT : Locale.ENGLISH;

    private final CommandLine line;
    private final Path file;
    private final BackupProblem whenFileFails;

    /** {@code whenFileFails} names a failure of the file, with the file and the system's own words. */
    Talk(CommandSpec spec, Path file, BackupProblem whenFileFails) {
        line = spec.commandLine();
        this.file = file;
        this.whenFileFails = whenFileFails;
    }

    /** What a command does. */
    interface Deed {
        void run() throws SQLException, IOException;
    }

    void during(Deed deed) {
        try {
            deed.run();
        } catch (BackupProblem.Failure e) {
            throw failed(e);
        } catch (SQLException e) {
            throw failed(ofDatabase(e));
        } catch (FlywayException e) {
            throw failed(ofMigration(e));
        } catch (IOException e) {
            throw failed(ofFile(e));
        }
    }

    private CommandLine.ExecutionException failed(BackupProblem.Failure failure) {
        return new CommandLine.ExecutionException(line, failure.problem().text(LANGUAGE, failure.arguments()), failure);
    }

    /** By SQLSTATE; the driver leaves values out of its message. */
    static BackupProblem.Failure ofDatabase(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        var words = String.valueOf(failure.getMessage());
        if (state.equals("53100")) {
            return DATABASE_FULL.because();
        }
        if (state.equals("42501") && words.contains("row-level security")) {
            return ROWS_HIDDEN.because();
        }
        // null: the pool; 08: connection; 28: login; 3D: no such database; 53: overload; 57P: shutting down
        return state.matches("null|08.*|28.*|3D.*|53.*|57P.*")
                ? DATABASE_AWAY.because(words)
                : DATABASE_FAILED.because(words);
    }

    private static BackupProblem.Failure ofMigration(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException inDatabase) {
                return ofDatabase(inDatabase);
            }
        }
        return DATABASE_FAILED.because(String.valueOf(failure.getMessage()));
    }

    private BackupProblem.Failure ofFile(IOException failure) {
        var words = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return words.contains("No space left on device") || words.contains("Disk quota exceeded")
                ? DISK_FULL.because(file)
                : whenFileFails.because(file, words);
    }

    @Override
    public void done(String table, Manifest.Content content) {
        line.getErr().printf("%s: %d%n", table, content.rows());
    }

    /** The result. */
    void say(String key, Object... arguments) {
        line.getOut().println(Texts.of(Talk.class, key, LANGUAGE, arguments));
    }

    /** Says it if there are any. */
    void sayOfKeys(String key, List<Manifest.Key> keys) {
        if (!keys.isEmpty()) {
            say(key, keys.stream().map(Manifest.Key::name).collect(Collectors.joining(", ")));
        }
    }
}

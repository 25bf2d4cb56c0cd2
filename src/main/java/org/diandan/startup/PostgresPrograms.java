package org.diandan.startup;

import static org.diandan.startup.StartupProblem.FOLDER_NOT_EXECUTABLE;
import static org.diandan.startup.StartupProblem.NAMESPACES_FORBIDDEN;
import static org.diandan.startup.StartupProblem.PLATFORM_UNKNOWN;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs {@code initdb}, {@code pg_ctl} and {@code postgres}, unpacked once and kept. */
final class PostgresPrograms {
    private final Path home;
    private final List<String> prefix;

    private PostgresPrograms(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** What a program said and how it ended. */
    record Outcome(int exit, String output) {
        boolean failed() {
            return exit != 0;
        }
    }

    /**
     * Unpacks the programs for this platform below {@code folder}, in a folder named after their release, unless they
     * are there already.
     */
    static PostgresPrograms in(Path folder) {
        try {
            var home = folder.resolve(release());
            if (!Files.isDirectory(home)) {
                var unfinished = home.resolveSibling("unfinished");
                DataFolder.delete(unfinished);
                Files.createDirectories(unfinished, DataFolder.ownerOnly("rwx------"));
                unpack(archive(), unfinished);
                Files.move(unfinished, home);
            }
            return new PostgresPrograms(home, prefix(isRootOnLinux(), "unshare", "--user"));
        } catch (IOException e) {
            throw CannotStart.writing(folder, e);
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own it sees another user, while the kernel still
     * lets it own root's files.
     */
    static List<String> prefix(boolean root, String... namespace) {
        if (!root) {
            return List.of();
        }
        var attempt = new ArrayList<>(List.of(namespace));
        attempt.add("true");
        try {
            if (run(attempt, "").failed()) {
                throw new CannotStart(NAMESPACES_FORBIDDEN);
            }
        } catch (IOException e) {
            throw new CannotStart(NAMESPACES_FORBIDDEN);
        }
        return List.of(namespace);
    }

    Outcome initdb(List<String> arguments) {
        return run("initdb", arguments, "");
    }

    Outcome pgCtl(List<String> arguments) {
        return run("pg_ctl", arguments, "");
    }

    /** Runs statements, one a line, in a database that no server serves; the first error ends it. */
    Outcome singleUser(Path cluster, String database, List<String> statements) {
        return run(
                "postgres",
                List.of("--single", "-D", cluster.toString(), "-c", "exit_on_error=on", database),
                String.join("\n", statements) + "\n");
    }

    String majorVersion() {
        var words = pgCtl(List.of("--version")).output().strip();
        return words.replaceFirst(".*\\) (\\d+).*", "$1");
    }

    private Outcome run(String program, List<String> arguments, String input) {
        var command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            return run(command, input);
        } catch (IOException e) {
            throw new CannotStart(FOLDER_NOT_EXECUTABLE, home, e.getMessage());
        }
    }

    private static Outcome run(List<String> command, String input) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // What the programs say is read to name the problem, so it must be in one language.
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean isRootOnLinux() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }

    private static byte[] archive() throws IOException {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var system = name.startsWith("mac") ? "Darwin" : name.startsWith("windows") ? "Windows" : "Linux";
        var processor = System.getProperty("os.arch", "").replace("amd64", "x86_64");
        try (var stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor)) {
            return stream.readAllBytes();
        } catch (IllegalStateException e) {
            throw new CannotStart(PLATFORM_UNKNOWN, name, processor);
        }
    }

    /**
     * The archives of all platforms are of one release; the checksum of one that is always there names it, and is read
     * without unpacking.
     */
    private static String release() throws IOException {
        var entry = PostgresPrograms.class.getResource("/postgres-linux-x86_64.txz");
        if (entry == null || !(entry.openConnection() instanceof JarURLConnection connection)) {
            throw new IllegalStateException("The jar of PostgreSQL's programs is missing: " + entry);
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            var checksum = jar.getEntry(connection.getEntryName()).getCrc();
            return Long.toHexString(checksum) + "-" + System.getProperty("os.arch");
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var entries = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                    continue;
                }
                Files.copy(entries, path);
                if ((entry.getMode() & 0100) != 0 && DataFolder.ownerOnly("rwx------").length > 0) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                }
            }
        }
    }
}

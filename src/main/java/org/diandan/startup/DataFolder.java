package org.diandan.startup;

import static org.diandan.startup.StartupProblem.ALREADY_RUNNING;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code diandan.data-dir}, held by one program at a time.
 *
 * <p>The lock is the system's, not a file's existence: it ends with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Makes the folder if it is not there (readable by its owner alone) and takes its lock. */
    static DataFolder open(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root, ownerOnly("rwx------"));
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStart(ALREADY_RUNNING, root);
            }
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw CannotStart.writing(root, e);
        }
    }

    Path root() {
        return root;
    }

    /** PostgreSQL's own folder, whole or absent: it is made beside and renamed when it is ready. */
    Path database() {
        return databaseIn(root);
    }

    static Path databaseIn(Path root) {
        return root.resolve("database");
    }

    Path databaseInTheMaking() {
        return root.resolve("database.new");
    }

    Path log() {
        return root.resolve("database.log");
    }

    Path programs() {
        return root.resolve("postgresql");
    }

    /** Lets the next program in. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw CannotStart.writing(root, e);
        }
    }

    /** Permissions for a new file or folder; nothing where the system has no such permissions (Windows). */
    static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable Object held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}

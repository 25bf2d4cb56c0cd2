package org.diandan.backup;

import static org.diandan.backup.BackupProblem.FILE_EXISTS;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup on its way: written beside its name, which it gets when all of it is on the disk. So a file with that name is
 * whole, whatever happened; only its owner may read it.
 */
final class NewBackup implements AutoCloseable {
    private final Path target;
    private final Path beside;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final LocalDateTime madeAt;

    NewBackup(Path file, Instant madeAt) throws IOException {
        this.madeAt = LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC);
        target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw FILE_EXISTS.because(target);
        }
        beside = target.resolveSibling("." + target.getFileName() + ".unfinished");
        Files.deleteIfExists(beside);
        channel = FileChannel.open(
                beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"));
        // A Ctrl-C ends the process without a finally.
        beside.toFile().deleteOnExit();
        zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /** Where the next entry's bytes go; to be closed before the next is begun. */
    OutputStream entry(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(madeAt);
        zip.putNextEntry(entry);
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    /** Writes the manifest, waits for the disk, and gives the file its name. */
    void finish(Manifest manifest) throws IOException {
        try (var entry = entry(StoredBackup.MANIFEST)) {
            entry.write(StoredBackup.JSON.writeValueAsBytes(manifest));
        }
        zip.finish();
        zip.flush();
        channel.force(true);
        channel.close();
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows opens no folder; the name is there all the same.
        }
    }

    /** Leaves nothing behind if it was not finished. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(beside);
    }

    /** Permissions for a new file or folder; nothing where the system has no such permissions (Windows). */
    static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

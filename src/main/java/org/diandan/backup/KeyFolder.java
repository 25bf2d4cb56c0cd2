package org.diandan.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The folder {@code keys} of the data folder: what the program made there signs and encrypts what the database holds. */
final class KeyFolder {
    private final Path folder;

    KeyFolder(Path dataFolder) {
        folder = dataFolder.resolve("keys");
    }

    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Puts a key there, whole or not at all; one that is there already stays. */
    void add(String name, byte[] key) throws IOException {
        var file = folder.resolve(Path.of(name).getFileName());
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(folder, NewBackup.ownerOnly("rwx------"));
        var beside = Files.createTempFile(folder, "new", null, NewBackup.ownerOnly("rw-------"));
        Files.write(beside, key);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

package org.diandan.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the key set lies: in a file, which a command may change while the program runs, or in a setting, which nobody changes. */
final class KeyFile {

    private final @Nullable String given;
    private final Path file;

    private KeyFile(@Nullable String given, Path file) {
        this.given = given;
        this.file = file;
    }

    /** As the settings say; else in the data folder. */
    static KeyFile of(Optional<String> set, Optional<Path> setFile, Path dataFolder) {
        return new KeyFile(
                set.orElse(null), setFile.orElse(dataFolder.resolve("keys").resolve("key-set.json")));
    }

    /** Tells whether it stands in a setting, so that it cannot be changed here. */
    boolean isGiven() {
        return given != null;
    }

    boolean isThere() {
        return given != null || Files.exists(file);
    }

    Path path() {
        return file;
    }

    /** @throws IllegalStateException if there is none that can be read */
    KeySet read() {
        try {
            return KeySet.parsed(given != null ? given : Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The key set cannot be read: diandan.keys.set, or the file that diandan.keys.set-file names or"
                            + " keys/key-set.json in the data folder, must hold what 'keys new' writes.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key set cannot be read", e);
        }
    }

    void write(KeySet set) {
        PrivateFile.write(file, set.text());
    }

    /** When it was changed last; always the same of one that stands in a setting. */
    FileTime changedAt() {
        try {
            return given != null ? FileTime.fromMillis(0) : Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key set cannot be read", e);
        }
    }
}

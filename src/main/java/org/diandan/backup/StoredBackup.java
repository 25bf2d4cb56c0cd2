package org.diandan.backup;

import static org.diandan.backup.BackupProblem.DAMAGED;
import static org.diandan.backup.BackupProblem.MADE_BY_LATER_PROGRAM;
import static org.diandan.backup.BackupProblem.NOT_A_BACKUP;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that lies in a file. */
final class StoredBackup implements AutoCloseable {
    static final String MANIFEST = "manifest.json";

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    /** Reads the manifest; {@code program} is the version of this program. */
    StoredBackup(Path file, String program) throws IOException {
        this.file = file;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw NOT_A_BACKUP.because(file);
        }
        try {
            manifest = read(program);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private Manifest read(String program) throws IOException {
        var entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw NOT_A_BACKUP.because(file);
        }
        try (var stream = zip.getInputStream(entry)) {
            byte[] bytes = stream.readAllBytes();
            // The class that reads zips leaves the checksum to others.
            var checksum = new CRC32();
            checksum.update(bytes);
            if (checksum.getValue() != entry.getCrc()) {
                throw DAMAGED.because(file, MANIFEST);
            }
            var tree = JSON.readTree(bytes);
            if (tree.path("format").asInt() > Manifest.FORMAT) {
                throw MADE_BY_LATER_PROGRAM.because(tree.path("program").asText(), program);
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JacksonException | ZipException e) {
            throw DAMAGED.because(file, MANIFEST);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    static String entryOfTable(String name) {
        return "tables/" + name;
    }

    static String entryOfKey(String name) {
        return "keys/" + name;
    }

    /** The rows of a table, as {@link Catalog#read} wrote them. */
    InputStream rows(Manifest.Table table) throws IOException {
        return stream(entryOfTable(table.name()));
    }

    /** The bytes of a key that was copied. */
    byte[] bytes(Manifest.Key key) throws IOException {
        try (var stream = stream(entryOfKey(key.name()))) {
            return stream.readAllBytes();
        } catch (ZipException e) {
            throw DAMAGED.because(file, entryOfKey(key.name()));
        }
    }

    /** Reads everything and compares it with the manifest. */
    void check(Progress progress) throws IOException {
        for (var table : manifest.tables()) {
            if (!contentOf(table).equals(table.content())) {
                throw DAMAGED.because(file, entryOfTable(table.name()));
            }
            progress.done(table.name(), table.content());
        }
        for (var key : manifest.keys()) {
            if (key.isCopied() && !hash(bytes(key)).equals(key.sha256())) {
                throw DAMAGED.because(file, entryOfKey(key.name()));
            }
        }
    }

    private Manifest.Content contentOf(Manifest.Table table) throws IOException {
        var digest = RowDigest.ofNothingKept();
        try (var rows = rows(table)) {
            rows.transferTo(digest);
        } catch (ZipException e) {
            throw DAMAGED.because(file, entryOfTable(table.name()));
        }
        return digest.content();
    }

    private InputStream stream(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw DAMAGED.because(file, name);
        }
        return zip.getInputStream(entry);
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(RowDigest.sha256().digest(bytes));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

package org.diandan.torture;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk in memory, which can be filled; mounting takes root. */
final class Tmpfs implements AutoCloseable {

    private static final int PAGE = 4096;

    private final Path folder;

    /** @throws Skipped if this machine does not let us mount one */
    Tmpfs(Path folder, int mebibytes) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        if (run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString()) != 0) {
            throw new Skipped("A tmpfs cannot be mounted: only root may");
        }
    }

    Path folder() {
        return folder;
    }

    /** Until not one page is left. */
    void fill() throws IOException {
        try (var filler = Files.newOutputStream(filler())) {
            byte[] page = new byte[PAGE];
            while (true) {
                filler.write(page);
            }
        } catch (IOException full) {
            FileStore store = Files.getFileStore(folder);
            if (store.getUsableSpace() > PAGE) {
                throw full;
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "--lazy", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

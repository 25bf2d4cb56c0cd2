package org.diandan.assignment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.diandan.shared.Urgency;

/**
 * Instances as text, one record a line, UTF-8; gzip where the file begins as gzip does (RFC 1952), and written so where
 * its name ends in {@code .gz}.
 *
 * <pre>
 * instance 1 &lt;teams&gt; &lt;slots&gt; &lt;orders&gt;
 * team &lt;index&gt; &lt;weekly capacity&gt; &lt;capacity of slot 0&gt; …
 * order &lt;index&gt; &lt;slot&gt; &lt;value&gt; &lt;urgency 0 to 3&gt;
 * arc &lt;order&gt; &lt;team&gt; &lt;score&gt;
 * </pre>
 *
 * Teams and orders stand in the sequence of their index, an arc after the order that it leaves; empty lines count for
 * nothing. The load tiers are not part of the file.
 */
public final class InstanceFile {

    /** A file names an urgency by its place in this list. */
    static final List<Urgency> URGENCIES = List.of(Urgency.values());

    private InstanceFile() {}

    /**
     * Reads a file.
     *
     * @throws BrokenInstance with the number of the line that cannot be right
     * @throws IOException if it cannot be read
     */
    public static Instance read(Path file, LoadTiers tiers) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, tiers);
        }
    }

    /**
     * Reads and closes a stream.
     *
     * @throws BrokenInstance with the number of the line that cannot be right
     * @throws IOException if it cannot be read
     */
    public static Instance read(InputStream stream, LoadTiers tiers) throws IOException {
        var lines = new InstanceLines(tiers);
        try (var reader = new BufferedReader(new InputStreamReader(unzipped(stream), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.take(line);
            }
        }
        return lines.end();
    }

    private static InputStream unzipped(InputStream stream) throws IOException {
        var buffered = new BufferedInputStream(stream, 1 << 16);
        buffered.mark(2);
        boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return zipped ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    /** Writes what {@link #read} reads. Visits that are taken already cannot be told. */
    public static void write(Instance instance, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                OutputStream zipped = file.toString().endsWith(".gz") ? new GZIPOutputStream(stream) : stream;
                Writer writer = new OutputStreamWriter(zipped, UTF_8)) {
            write(instance, writer);
        }
    }

    private static void write(Instance instance, Writer writer) throws IOException {
        Supply supply = instance.supply();
        writer.write("instance 1 %d %d %d\n".formatted(supply.teams(), supply.slots(), instance.orders()));
        for (int team = 0; team < supply.teams(); team++) {
            writer.write("team " + team + " " + supply.weekly(team));
            for (int slot = 0; slot < supply.slots(); slot++) {
                writer.write(" " + supply.places(team, slot));
            }
            writer.write("\n");
        }
        for (int order = 0; order < instance.orders(); order++) {
            writer.write("order " + order + " " + instance.slot(order) + " " + instance.value(order) + " "
                    + URGENCIES.indexOf(instance.urgency(order)) + "\n");
            for (int arc = instance.firstArc(order); arc < instance.firstArc(order + 1); arc++) {
                writer.write("arc " + order + " " + instance.team(arc) + " " + instance.score(arc) + "\n");
            }
        }
    }
}

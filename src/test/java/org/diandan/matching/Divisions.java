package org.diandan.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The villages of a province by county, all with their codes of twelve digits. Read from {@code bench/liaoning.txt} and
 * files like it, or from a table with the heading {@code code,name,level,parent}, compressed if its name ends in
 * {@code .gz}.
 */
record Divisions(SortedMap<String, List<String>> villages) {

    private static final int COUNTY_DIGITS = 6;
    private static final int TOWNSHIP_DIGITS = 9;
    private static final int VILLAGE_DIGITS = 12;

    /** @throws IllegalArgumentException that tells the line which is neither a township with its villages nor a division */
    static Divisions in(Path file) throws IOException {
        var villages = new TreeMap<String, List<String>>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var lines = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                codes(line, number)
                        .filter(code -> code.length() == VILLAGE_DIGITS)
                        .forEach(code -> villages.computeIfAbsent(county(code), any -> new ArrayList<>())
                                .add(code));
            }
        }
        if (villages.isEmpty()) {
            throw new IllegalArgumentException(file + " names no village");
        }
        return new Divisions(villages);
    }

    List<String> counties() {
        return List.copyOf(villages.keySet());
    }

    /** A county, its townships and its villages. */
    Set<String> sites(String county) {
        var sites = new TreeSet<String>(Set.of(county));
        for (String village : villages.get(county)) {
            sites.add(village.substring(0, TOWNSHIP_DIGITS));
            sites.add(village);
        }
        return sites;
    }

    private static Stream<String> codes(String line, int number) {
        if (line.isBlank() || line.startsWith("#") || line.startsWith("code,")) {
            return Stream.empty();
        }
        if (line.matches("[0-9]{2,12},.*")) {
            return Stream.of(line.substring(0, line.indexOf(',')));
        }
        if (!line.matches("[0-9]{9}( [0-9]{3}(-[0-9]{3})?)+")) {
            throw new IllegalArgumentException("Line " + number + " is no township with its villages and no division");
        }
        String[] words = line.split(" ");
        return Stream.of(words).skip(1).flatMap(run -> run(words[0], run));
    }

    private static Stream<String> run(String township, String run) {
        String[] ends = run.split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .mapToObj(last -> township + "%03d".formatted(last));
    }

    private static String county(String village) {
        return village.substring(0, COUNTY_DIGITS);
    }
}

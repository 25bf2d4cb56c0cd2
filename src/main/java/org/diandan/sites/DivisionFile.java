package org.diandan.sites;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.diandan.http.Fault;
import org.diandan.shared.Texts;

/**
 * A file of divisions: the columns {@code code,name,level,parent}, one division a row.
 *
 * @param rows by code, in the order of the file
 * @param faults what is wrong, at most a hundred; a pointer names row and column, the heading is row 1
 */
record DivisionFile(Map<String, Row> rows, List<Fault> faults) {

    /** One division. */
    record Row(long line, String code, String name, DivisionLevel level) {

        String parent() {
            return level.above(code);
        }
    }

    private static final List<String> HEADING = List.of("code", "name", "level", "parent");
    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_NAME = 60;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads a file; whether the parents are there is not looked at.
     *
     * @throws org.diandan.shared.Refused {@link SitesProblem#NOT_A_DIVISION_FILE}
     */
    static DivisionFile parse(String csv, Locale language) {
        String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        try (CSVParser records =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(new StringReader(text))) {
            return new Reading(language).read(records);
        } catch (IOException | UncheckedIOException e) {
            throw SitesProblem.NOT_A_DIVISION_FILE.because();
        }
    }

    /** The fault of a row. */
    static Fault fault(long line, String column, String key, Locale language, Object... arguments) {
        String detail = Texts.of(DivisionFile.class, "division-file." + key, language, arguments);
        String row = Texts.of(DivisionFile.class, "division-file.row", language, Long.toString(line), detail);
        return Fault.at("/" + line + "/" + column, row);
    }

    /** What was read so far. */
    private static final class Reading {

        private final Locale language;
        private final Map<String, Row> rows = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();

        Reading(Locale language) {
            this.language = language;
        }

        DivisionFile read(CSVParser records) {
            boolean headed = false;
            for (CSVRecord cells : records) {
                if (!headed) {
                    headed = true;
                    check(cells.toList().equals(HEADING));
                } else if (faults.size() < MOST_FAULTS) {
                    row(cells, records.getCurrentLineNumber());
                }
            }
            check(!rows.isEmpty() || !faults.isEmpty());
            return new DivisionFile(rows, faults);
        }

        private static void check(boolean isDivisionFile) {
            if (!isDivisionFile) {
                throw SitesProblem.NOT_A_DIVISION_FILE.because();
            }
        }

        private void row(CSVRecord cells, long line) {
            if (cells.size() != HEADING.size()) {
                wrong(line, "", "columns", cells.size());
                return;
            }
            Optional<DivisionLevel> level = Arrays.stream(DivisionLevel.values())
                    .filter(each -> each.name().equals(cells.get(2)))
                    .findFirst();
            if (level.isEmpty()) {
                wrong(line, "level", "level", cells.get(2));
                return;
            }
            Row row = new Row(line, cells.get(0), cells.get(1), level.get());
            if (isRight(row, cells.get(3))) {
                Row earlier = rows.putIfAbsent(row.code(), row);
                if (earlier != null) {
                    wrong(line, "code", "twice", row.code(), Long.toString(earlier.line()));
                }
            }
        }

        private boolean isRight(Row row, String parent) {
            int digits = row.level().digits();
            if (!row.code().matches("[0-9]{" + digits + "}")) {
                wrong(row.line(), "code", "code", row.level(), digits, row.code());
                return false;
            }
            if (!parent.equals(row.parent())) {
                wrong(row.line(), "parent", "parent", row.code(), row.parent(), parent);
                return false;
            }
            if (row.name().isBlank() || row.name().length() > LONGEST_NAME) {
                wrong(row.line(), "name", "name", LONGEST_NAME);
                return false;
            }
            return true;
        }

        private void wrong(long line, String column, String key, Object... arguments) {
            faults.add(fault(line, column, key, language, arguments));
        }
    }
}

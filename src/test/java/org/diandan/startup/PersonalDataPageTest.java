package org.diandan.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.diandan.keys.Sealed;
import org.junit.jupiter.api.Test;

/** docs/personal-data.md says of every column what it tells of a person. */
@QuarkusTest
class PersonalDataPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+\\.[a-z_]+)` \\| (\\w+) \\| (\\S.*) \\|$");

    private static final List<String> KINDS = List.of("identity", "contact", "sensitive", "words", "secret", "person");

    @Inject
    EntityManager database;

    @Test
    void everyColumnIsNamedOnceOnThePageOfPersonalData() throws IOException {
        assertThat(named(Files.readAllLines(Path.of("docs", "personal-data.md"))))
                .as("docs/personal-data.md, and the columns of the database")
                .containsExactlyInAnyOrderElementsOf(columns());
    }

    @Test
    void aColumnThatStandsNowhereOrHasNoKindIsMissed() {
        List<String> page = List.of(
                "| `resident.name` | identity | to be called by it |",
                "| `resident.phone` | unheard-of | to be called |",
                "```",
                "orders: id state",
                "  round",
                "```",
                "orders: version");

        assertThat(named(page)).containsExactly("resident.name", "orders.id", "orders.state", "orders.round");
    }

    /** Of what is sealed or marked the page says so, and of nothing else; the program's list is what seals. */
    @Test
    void whatIsSealedOrAMarkIsSaidToBe() throws IOException {
        List<String> page = Files.readAllLines(Path.of("docs", "personal-data.md"));

        assertThat(rowsThat(page, "sealed; ")).containsExactlyInAnyOrderElementsOf(Sealed.columns());
        assertThat(rowsThat(page, "a mark (HMAC) by which")).containsExactlyInAnyOrderElementsOf(Sealed.marks());
        assertThat(columns("data_type = 'bytea' and column_name <> 'hash'"))
                .containsAll(Sealed.columns())
                .containsAll(Sealed.marks());
    }

    private static List<String> rowsThat(List<String> page, String say) {
        return page.stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && row.group(3).startsWith(say))
                .map(row -> row.group(1))
                .toList();
    }

    /** The columns that a page names, in rows of its table and in its blocks: a table, and its columns, over several lines. */
    private static List<String> named(List<String> page) {
        List<String> named = new ArrayList<>();
        boolean block = false;
        String table = "";
        for (String line : page) {
            var row = ROW.matcher(line);
            if (line.equals("```")) {
                block = !block;
            } else if (block) {
                int colon = line.indexOf(':');
                table = colon < 0 ? table : line.substring(0, colon);
                for (String column : line.substring(colon + 1).strip().split(" ")) {
                    named.add(table + "." + column);
                }
            } else if (row.matches() && KINDS.contains(row.group(2))) {
                named.add(row.group(1));
            }
        }
        return named;
    }

    private List<String> columns() {
        return columns("table_name <> 'flyway_schema_history'");
    }

    private List<String> columns(String which) {
        return database.createNativeQuery(
                        "select table_name || '.' || column_name from information_schema.columns"
                                + " where table_schema = 'public' and " + which,
                        String.class)
                .getResultList();
    }
}

package org.diandan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** docs/personal-data.md says of each column how it is handed out and what becomes of it, as the rooms do it. */
@QuarkusTest
class PersonalPageTest {

    private static final Path PAGE = Path.of("docs", "personal-data.md");

    @Inject
    Belongings belongings;

    @Test
    @EnabledIfSystemProperty(named = "docs.write", matches = "true")
    void writesTheSectionsIntoThePage() throws IOException {
        String page = Files.readString(PAGE);
        for (PersonalPage.Row row : PersonalPage.rows().values()) {
            String sections = PersonalPage.sections(belongings.tables(), row.column());
            String becomes = PersonalPage.becomes(belongings.tables(), row.column());
            String goes = PersonalPage.goes(belongings.expiries(), row.column());
            page = page.replace(
                    row.line(row.copy(), row.forgotten(), row.goes()),
                    row.line(
                            sections.isEmpty() ? row.copy() : sections,
                            becomes.isEmpty() ? row.forgotten() : becomes,
                            goes.isEmpty() ? row.goes() : goes));
        }
        Files.writeString(PAGE, page);
    }

    @Test
    @DisabledIfSystemProperty(named = "docs.write", matches = "true")
    void thePageSaysInWhichSectionsOfACopyEachColumnIsOrWhyInNone() {
        Map<String, String> wrong = new TreeMap<>();
        PersonalPage.rows().forEach((column, row) -> {
            String sections = PersonalPage.sections(belongings.tables(), column);
            if (sections.isEmpty()
                    ? !row.copy().matches("no: \\S.*")
                    : !row.copy().equals(sections)) {
                wrong.put(column, "page: " + row.copy() + ", rooms: " + sections);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisabledIfSystemProperty(named = "docs.write", matches = "true")
    void thePageSaysWhatBecomesOfEachColumnWhenThePersonIsForgottenOrWhyItStays() {
        Map<String, String> wrong = new TreeMap<>();
        PersonalPage.rows().forEach((column, row) -> {
            String becomes = PersonalPage.becomes(belongings.tables(), column);
            if (becomes.isEmpty()
                    ? !row.forgotten().matches("stays: \\S.*")
                    : !row.forgotten().equals(becomes)) {
                wrong.put(column, "page: " + row.forgotten() + ", rooms: " + becomes);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisabledIfSystemProperty(named = "docs.write", matches = "true")
    void thePageSaysAfterWhichPeriodEachColumnGoesOrAsLongAsWhatItIsKept() {
        Map<String, String> wrong = new TreeMap<>();
        PersonalPage.rows().forEach((column, row) -> {
            String goes = PersonalPage.goes(belongings.expiries(), column);
            if (goes.isEmpty()
                    ? !row.goes().matches("(as long as|after) \\S.*")
                    : !row.goes().equals(goes)) {
                wrong.put(column, "page: " + row.goes() + ", rooms: " + goes);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aColumnThatTheRoomsDoNotHandOutIsFound() {
        PersonalTable table = PersonalTable.handedOut(
                        "orders", "orders", PersonalTable.Tie.SERVED, "resident = :person")
                .giving("words");

        assertThat(PersonalPage.sections(List.of(table), "orders.words")).isEqualTo("`orders`");
        assertThat(PersonalPage.sections(List.of(table), "orders.resident")).isEqualTo("`orders`");
        assertThat(PersonalPage.sections(List.of(table), "orders.answers")).isEmpty();
        assertThat(PersonalPage.sections(List.of(table), "order_entry.words")).isEmpty();
    }
}

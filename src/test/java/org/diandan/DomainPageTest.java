package org.diandan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diandan.shared.Texts;
import org.junit.jupiter.api.Test;

/** The tables of states in docs/domain.md are the transition tables of the code ({@code -Ddocs.write=true} writes them). */
class DomainPageTest {

    private static final Path PAGE = Path.of("docs/domain.md");
    private static final String BEGIN = "<!-- generated:begin -->\n";
    private static final String END = "<!-- generated:end -->";

    private static final Map<String, String> MACHINES = new java.util.LinkedHashMap<>(Map.of());

    static {
        MACHINES.put("Order", "org.diandan.orders.OrderAction");
        MACHINES.put("Routing (of a team)", "org.diandan.matching.RoutingAction");
        MACHINES.put("Visit", "org.diandan.visits.VisitAction");
        MACHINES.put("Attendance (of a volunteer at a visit)", "org.diandan.visits.AttendanceAction");
        MACHINES.put("Offer (to a volunteer, of a place)", "org.diandan.offers.OfferAction");
        MACHINES.put("Swap (of a place, between two volunteers)", "org.diandan.offers.SwapAction");
    }

    @Test
    void thePageShowsTheTablesOfTheCode() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String tables = MACHINES.entrySet().stream()
                .map(machine -> table(machine.getKey(), machine.getValue()))
                .collect(Collectors.joining());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page.substring(0, begin) + tables + page.substring(end));
        } else {
            assertThat(page.substring(begin, end))
                    .as("mvn test -Dtest=DomainPageTest -Ddocs.write=true writes it")
                    .isEqualTo(tables);
        }
    }

    private static String table(String title, String type) {
        return Stream.of(constants(type))
                .map(action -> "| %s | %s | %s | %s |\n"
                        .formatted(
                                name(action),
                                or(values(action, "from"), "–"),
                                or(values(action, "to"), "–"),
                                values(action, "by")))
                .collect(Collectors.joining(
                        "", "\n### " + title + "\n\n| Verb | From | To | Who |\n|---|---|---|---|\n", ""));
    }

    private static String name(Enum<?> action) {
        String code = action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return action.getDeclaringClass().getSimpleName().equals("OrderAction")
                ? code + " (" + Texts.of(action, Texts.DEFAULT) + ")"
                : code;
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static String values(Enum<?> action, String field) {
        try {
            Field values = action.getDeclaringClass().getDeclaredField(field);
            values.setAccessible(true);
            Object value = values.get(action);
            if (value instanceof Collection<?> several) {
                return several.stream().map(DomainPageTest::word).sorted().collect(Collectors.joining(", "));
            }
            return value == null ? "" : word(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(action + " has no " + field, e);
        }
    }

    private static String word(Object value) {
        return "`" + value + "`";
    }

    private static Enum<?>[] constants(String type) {
        try {
            return (Enum<?>[]) Class.forName(type).getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}

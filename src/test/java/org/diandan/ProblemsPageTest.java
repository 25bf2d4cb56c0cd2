package org.diandan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diandan.shared.ProblemType;
import org.diandan.shared.Texts;
import org.junit.jupiter.api.Test;

/** docs/problems.md lists every problem that the program knows; {@code -Ddocs.write=true} writes it anew. */
class ProblemsPageTest {

    private static final Path PAGE = Path.of("docs", "problems.md");

    @Test
    void thePageOfProblemsIsWhole() throws IOException {
        String page = page();
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("Write it anew: mvn test -Dtest=ProblemsPageTest -Ddocs.write=true")
                .isEqualTo(page);
    }

    private static String page() {
        Map<String, List<ProblemType>> rooms = new TreeMap<>(MessagesTest.problems().stream()
                .collect(Collectors.groupingBy(
                        problem -> problem.getClass().getPackageName().replaceFirst(".*\\.", ""))));
        var page = new StringBuilder("""
                # Problems

                Each answer that is not good is `application/problem+json` (RFC 9457). Its `type` is
                `urn:diandan:problem:` and one of the names below, which never changes; `title` and `detail` are in the
                language that `Accept-Language` asks for (zh-CN, else en). `errors` lists what is wrong in a bad request,
                `state` and `actions` say of a verb that is not possible now which ones are, and `Retry-After` says when it
                is worth trying again.

                This page is written from the code by a test.
                """);
        rooms.forEach((room, problems) -> {
            page.append("\n## ")
                    .append(room)
                    .append("\n\n| Name | Status | Title | 标题 | What it says |\n|---|---|---|---|---|\n");
            problems.stream().sorted(Comparator.comparing(ProblemType::slug)).forEach(problem -> page.append("| `")
                    .append(problem.slug())
                    .append("` | ")
                    .append(problem.status())
                    .append(" | ")
                    .append(text(problem, "title", Locale.ENGLISH))
                    .append(" | ")
                    .append(text(problem, "title", Texts.DEFAULT))
                    .append(" | ")
                    .append(text(problem, "detail", Locale.ENGLISH))
                    .append(" |\n"));
        });
        return page.toString();
    }

    private static String text(ProblemType problem, String part, Locale language) {
        return Texts.of(problem.getClass(), "problem." + problem.slug() + "." + part, language)
                .replaceAll("\\{\\d+[^}]*}", "…")
                .replace("|", "\\|");
    }
}

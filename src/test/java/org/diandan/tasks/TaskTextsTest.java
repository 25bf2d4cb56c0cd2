package org.diandan.tasks;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Locale;
import java.util.stream.Stream;
import org.diandan.shared.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskTextsTest {

    static Stream<Locale> languages() {
        return Stream.of(Texts.DEFAULT, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKindOutcomeAndProblemHasItsWords(Locale language) {
        assertThatCode(() -> {
                    Stream.of(TaskKind.values()).forEach(kind -> Texts.of(kind, language));
                    Stream.of(TaskOutcome.values()).forEach(outcome -> Texts.of(outcome, language));
                    for (TasksProblem problem : TasksProblem.values()) {
                        Texts.of(TasksProblem.class, "problem." + problem.slug() + ".title", language);
                        Texts.of(TasksProblem.class, "problem." + problem.slug() + ".detail", language, "DONE");
                    }
                })
                .doesNotThrowAnyException();
    }
}

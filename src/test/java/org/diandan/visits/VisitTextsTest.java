package org.diandan.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.diandan.shared.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyRefusalStateVerbAndReasonHasItsWords(String tag) {
        Locale language = Locale.forLanguageTag(tag);

        for (VisitsProblem problem : VisitsProblem.values()) {
            assertThat(Texts.of(VisitsProblem.class, "problem." + problem.slug() + ".title", language))
                    .isNotBlank();
            assertThat(Texts.of(VisitsProblem.class, "problem." + problem.slug() + ".detail", language))
                    .isNotBlank();
        }
        Stream.of(
                        VisitState.values(),
                        VisitAction.values(),
                        VisitOutcome.values(),
                        AttendanceState.values(),
                        AttendanceAction.values(),
                        AttendanceReason.values())
                .flatMap(values -> Arrays.stream((Enum<?>[]) values))
                .forEach(value -> assertThat(Texts.of(value, language)).isNotBlank());
        assertThat(Texts.of(VisitsProblem.class, "sms.code", language, "理发", "11-23 14:00", "012345"))
                .contains("012345");
    }
}

package org.diandan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.diandan.shared.Choice;
import org.diandan.shared.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyRefusalAndChoiceHasItsWords(String tag) {
        var language = Locale.forLanguageTag(tag);
        for (MatchingProblem problem : MatchingProblem.values()) {
            for (String part : new String[] {"title", "detail"}) {
                assertThat(Texts.of(MatchingProblem.class, "problem." + problem.slug() + "." + part, language, "x"))
                        .isNotBlank();
            }
        }
        assertThat(Stream.of(
                                Choice.of(RoutingState.class, language),
                                Choice.of(DeclineReason.class, language),
                                Choice.of(Obstacle.class, language))
                        .flatMap(choices -> choices.stream()))
                .extracting(Choice::text)
                .doesNotContain("");
    }
}

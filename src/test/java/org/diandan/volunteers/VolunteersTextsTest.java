package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Locale;
import org.diandan.shared.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolunteersTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyRefusalAndChoiceHasItsWords(String tag) {
        var language = Locale.forLanguageTag(tag);

        for (VolunteersProblem problem : VolunteersProblem.values()) {
            assertThat(Texts.of(VolunteersProblem.class, "problem." + problem.slug() + ".title", language))
                    .isNotBlank();
            assertThat(Texts.of(VolunteersProblem.class, "problem." + problem.slug() + ".detail", language))
                    .isNotBlank();
        }
        assertThatCode(() -> VolunteerChoices.in(language)).doesNotThrowAnyException();
    }
}

package org.diandan.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Locale;
import java.util.ResourceBundle;
import org.diandan.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitesTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyRefusalAndChoiceHasItsWords(String tag) {
        var language = Locale.forLanguageTag(tag);

        for (SitesProblem problem : SitesProblem.values()) {
            assertThat(Texts.of(SitesProblem.class, "problem." + problem.slug() + ".title", language))
                    .isNotBlank();
            assertThat(Texts.of(SitesProblem.class, "problem." + problem.slug() + ".detail", language))
                    .isNotBlank();
        }
        assertThatCode(() -> SiteChoices.in(language)).doesNotThrowAnyException();
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(keys(Locale.ENGLISH)).containsExactlyInAnyOrderElementsOf(keys(Texts.DEFAULT));
    }

    private static Iterable<String> keys(Locale language) {
        String file = "messages.sites" + (language.equals(Texts.DEFAULT) ? "" : "_en");
        return ResourceBundle.getBundle(file, Locale.ROOT).keySet();
    }
}

package org.diandan.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.diandan.shared.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyRefusalStateVerbAndReasonHasItsWords(String tag) {
        Locale language = Locale.forLanguageTag(tag);

        for (OffersProblem problem : OffersProblem.values()) {
            assertThat(Texts.of(OffersProblem.class, "problem." + problem.slug() + ".title", language))
                    .isNotBlank();
            assertThat(Texts.of(OffersProblem.class, "problem." + problem.slug() + ".detail", language))
                    .isNotBlank();
        }
        assertThat(Texts.of(OffersProblem.class, "sms.taken", language, "理发", "11-24 14:00"))
                .contains("理发", "11-24 14:00");
        Stream.of(
                        OfferState.values(),
                        OfferAction.values(),
                        DeclineReason.values(),
                        OfferReason.values(),
                        OfferEnding.values(),
                        SwapState.values(),
                        SwapAction.values())
                .flatMap(values -> Arrays.stream((Enum<?>[]) values))
                .forEach(value -> assertThat(Texts.of(value, language)).isNotBlank());
    }
}

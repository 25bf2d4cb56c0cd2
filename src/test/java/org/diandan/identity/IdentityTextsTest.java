package org.diandan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.diandan.shared.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityTextsTest {

    static Stream<Locale> languages() {
        return Stream.of(Texts.DEFAULT, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyProblemHasItsTitleAndASentenceThatSaysWhatToDo(Locale language) {
        for (IdentityProblem problem : IdentityProblem.values()) {
            String key = "problem." + problem.slug();
            assertThat(Texts.of(IdentityProblem.class, key + ".title", language))
                    .isNotBlank();
            assertThat(Texts.of(IdentityProblem.class, key + ".detail", language, "one", "two"))
                    .doesNotContain("{");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyValueThatPeopleReadHasItsWords(Locale language) {
        Stream.of(AccountState.values())
                .forEach(value -> assertThat(Texts.of(value, language)).isNotBlank());
        assertThat(Texts.of(SigningKeyReadiness.class, "signing-key.another", language))
                .isNotBlank();
        assertThat(Texts.of(OneTimeCodes.class, "sms.code", language, "012345")).contains("012345");
    }
}

package org.diandan.residents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.diandan.shared.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResidentsTextsTest {

    static Stream<Locale> languages() {
        return Stream.of(Texts.DEFAULT, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyProblemHasItsTitleAndASentenceThatSaysWhatToDo(Locale language) {
        for (ResidentsProblem problem : ResidentsProblem.values()) {
            String key = "problem." + problem.slug();
            assertThat(Texts.of(ResidentsProblem.class, key + ".title", language))
                    .isNotBlank();
            assertThat(Texts.of(ResidentsProblem.class, key + ".detail", language, "one", "two"))
                    .doesNotContain("{");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyValueThatPeopleReadHasItsWords(Locale language) {
        Stream.<Enum<?>[]>of(Circumstance.values(), Relation.values(), ConsentBy.values(), ConsentPurpose.values())
                .flatMap(Stream::of)
                .forEach(value -> assertThat(Texts.of(value, language)).isNotBlank());
        assertThat(ConsentText.all(language)).hasSize(ConsentPurpose.values().length);
    }
}

package org.diandan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private static final Bilingual TEXT = new Bilingual("问题", "Question");

    @Test
    void aChoiceIsOneOfItsOptions() {
        Question question = new Question(
                "mobility", TEXT, QuestionKind.CHOICE, false, List.of(new Question.Option("in-bed", TEXT)));

        assertThat(question.accepts("in-bed")).isTrue();
        assertThat(question.accepts("on-foot")).isFalse();
        assertThat(question.accepts(1)).isFalse();
    }

    @Test
    void aRequiredTextIsNotBlankAndNoneIsLong() {
        assertThat(asked(QuestionKind.TEXT, true).accepts(" ")).isFalse();
        assertThat(asked(QuestionKind.TEXT, true).accepts(null)).isFalse();
        assertThat(asked(QuestionKind.TEXT, false).accepts(null)).isTrue();
        assertThat(asked(QuestionKind.TEXT, false).accepts("长".repeat(501))).isFalse();
        assertThat(asked(QuestionKind.TEXT, true).accepts("长".repeat(500))).isTrue();
    }

    @Test
    void aNumberIsANumberAndABooleanABoolean() {
        assertThat(asked(QuestionKind.NUMBER, true).accepts(11)).isTrue();
        assertThat(asked(QuestionKind.NUMBER, true).accepts("11")).isFalse();
        assertThat(asked(QuestionKind.BOOLEAN, true).accepts(false)).isTrue();
        assertThat(asked(QuestionKind.BOOLEAN, true).accepts("false")).isFalse();
    }

    private static Question asked(QuestionKind kind, boolean required) {
        return new Question("q", TEXT, kind, required, List.of());
    }
}

package org.diandan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.diandan.shared.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTextsTest {

    @ParameterizedTest
    @EnumSource
    void aDecisionHasANameInBothLanguages(Decision decision) {
        assertThat(Texts.of(decision, Texts.DEFAULT)).isNotBlank();
        assertThat(Texts.of(decision, Locale.ENGLISH)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void whatVerificationFindsIsSaidInBothLanguages(Verification.Flaw flaw) {
        String key = "verify." + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(Texts.of(AuditCommand.class, key, Texts.DEFAULT, "330102", "1", "2"))
                .contains("330102");
        assertThat(Texts.of(AuditCommand.class, key, Locale.ENGLISH, "330102", "1", "2"))
                .contains("330102");
    }
}

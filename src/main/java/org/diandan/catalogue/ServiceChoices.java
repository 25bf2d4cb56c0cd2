package org.diandan.catalogue;

import java.util.List;
import java.util.Locale;
import org.diandan.shared.Choice;

/** The lists of this room that people choose from or read, with their texts. */
record ServiceChoices(
        List<Choice> riskClasses,
        List<Choice> certificateRules,
        List<Choice> pairRules,
        List<Choice> questionKinds,
        List<Choice> limits) {

    static ServiceChoices in(Locale language) {
        return new ServiceChoices(
                Choice.of(RiskClass.class, language),
                Choice.of(CertificateRule.class, language),
                Choice.of(PairRule.class, language),
                Choice.of(QuestionKind.class, language),
                Choice.of(Limit.class, language));
    }
}

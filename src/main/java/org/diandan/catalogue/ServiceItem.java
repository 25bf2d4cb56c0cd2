package org.diandan.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a resident can order.
 *
 * @param code its key, lower case with hyphens
 * @param category one of the categories of teams
 * @param active false for a service that can no longer be ordered; open orders go on
 * @param riskVersion the number of the risks' text that is told now; whoever orders acknowledges it by number
 * @param risks what is told before ordering and accepting (Volunteer Service Regulation, articles 12 and 13)
 * @param certificates the kinds of certificates that are needed, all of them, by those whom the rule names
 * @param insurance whether those who come must be insured whatever the risk class
 * @param takenOnAutomatically whether an order goes on to routing without the dispatcher's look
 * @param photo whether the report needs one
 * @param needsCircumstances whether those who serve may know the resident's circumstances
 * @param people the least number of volunteers at a visit
 */
public record ServiceItem(
        String code,
        String category,
        boolean active,
        Bilingual name,
        Bilingual description,
        int riskVersion,
        RiskClass riskClass,
        Bilingual risks,
        List<String> certificates,
        CertificateRule certificateRule,
        boolean insurance,
        boolean takenOnAutomatically,
        boolean photo,
        boolean needsCircumstances,
        int people,
        PairRule pairRule,
        Duration usualDuration,
        List<Question> questions,
        List<ChecklistItem> checklist) {

    /** The form of codes in the catalogue. */
    static final String CODE = "[a-z][a-z0-9-]{1,39}";

    public ServiceItem {
        certificates = List.copyOf(certificates);
        questions = List.copyOf(questions);
        checklist = List.copyOf(checklist);
    }

    /** The question with this code. */
    public Optional<Question> question(String question) {
        return questions.stream().filter(asked -> asked.code().equals(question)).findFirst();
    }

    /** Tells whether those who come must be insured if the work order names this risk class. */
    public boolean needsInsurance(RiskClass ofWorkOrder) {
        return insurance || ofWorkOrder.isRisky();
    }
}

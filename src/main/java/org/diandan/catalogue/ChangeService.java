package org.diandan.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes what is given of a service and leaves the rest; other risks get a new version. */
record ChangeService(
        @Nullable String category,
        @Nullable Boolean active,
        @Nullable @Valid Bilingual name,
        @Nullable @Valid Bilingual description,
        @Nullable RiskClass riskClass,
        @Nullable @Valid Bilingual risks,
        @Nullable @Size(max = 5) List<String> certificates,
        @Nullable CertificateRule certificateRule,
        @Nullable Boolean insurance,
        @Nullable Boolean takenOnAutomatically,
        @Nullable Boolean photo,
        @Nullable Boolean needsCircumstances,
        @Nullable @Min(1) @Max(50) Integer people,
        @Nullable PairRule pairRule,
        @Nullable Duration usualDuration,
        @Nullable @Size(max = 20) List<@Valid Question> questions,
        @Nullable @Size(max = 20) List<@Valid ChecklistItem> checklist) {

    /** The service as it is after the change. */
    ServiceItem of(ServiceItem before) {
        RiskClass newClass = or(riskClass, before.riskClass());
        Bilingual newRisks = or(risks, before.risks());
        boolean sameRisks = newClass == before.riskClass() && newRisks.equals(before.risks());
        return new ServiceItem(
                before.code(),
                or(category, before.category()),
                or(active, before.active()),
                or(name, before.name()),
                or(description, before.description()),
                sameRisks ? before.riskVersion() : before.riskVersion() + 1,
                newClass,
                newRisks,
                or(certificates, before.certificates()),
                or(certificateRule, before.certificateRule()),
                or(insurance, before.insurance()),
                or(takenOnAutomatically, before.takenOnAutomatically()),
                or(photo, before.photo()),
                or(needsCircumstances, before.needsCircumstances()),
                or(people, before.people()),
                or(pairRule, before.pairRule()),
                or(usualDuration, before.usualDuration()),
                or(questions, before.questions()),
                or(checklist, before.checklist()));
    }

    private static <T> T or(@Nullable T given, T kept) {
        return given == null ? kept : given;
    }
}

package org.diandan.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/** Adds a service to the catalogue; {@link ServiceItem} explains each part. */
record EnterService(
        @Pattern(regexp = ServiceItem.CODE) String code,
        String category,
        @Valid Bilingual name,
        @Valid Bilingual description,
        RiskClass riskClass,
        @Valid Bilingual risks,
        @Size(max = 5) List<String> certificates,
        CertificateRule certificateRule,
        boolean insurance,
        boolean takenOnAutomatically,
        boolean photo,
        boolean needsCircumstances,
        @Min(1) @Max(50) int people,
        PairRule pairRule,
        Duration usualDuration,
        @Size(max = 20) List<@Valid Question> questions,
        @Size(max = 20) List<@Valid ChecklistItem> checklist) {

    ServiceItem item() {
        return new ServiceItem(
                code,
                category,
                true,
                name,
                description,
                1,
                riskClass,
                risks,
                certificates,
                certificateRule,
                insurance,
                takenOnAutomatically,
                photo,
                needsCircumstances,
                people,
                pairRule,
                usualDuration,
                questions,
                checklist);
    }
}

package org.diandan.volunteers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** An insurance that a volunteer says to have. */
record ClaimInsurance(
        @NotBlank @Size(max = 100) String policy,
        @NotBlank @Size(max = 100) String insurer,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validUntil) {

    ClaimCertificate asCertificate() {
        return new ClaimCertificate(Certificate.INSURANCE, policy, insurer, validFrom, validUntil, null);
    }
}

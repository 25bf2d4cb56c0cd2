package org.diandan.volunteers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that a volunteer says to hold.
 *
 * @param kind as the catalogue names it
 * @param validUntil its last day; absent for one that does not end
 * @param evidence where it can be seen or asked for
 */
record ClaimCertificate(
        @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Z0-9_-]+")
        String kind,

        @NotBlank @Size(max = 100) String number,
        @NotBlank @Size(max = 100) String issuer,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable @Size(max = 1000) String evidence) {}

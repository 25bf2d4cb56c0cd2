package org.diandan.volunteers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why a certificate does not count, as its holder will read it. */
record RefuseCertificate(
        @NotNull CertificateRefusal refusal,
        @NotBlank @Size(max = 500) String reason) {}

package org.diandan.volunteers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A certificate or insurance.
 *
 * @param kind of the catalogue, or {@code INSURANCE}
 * @param actions what the caller may do to it now
 */
record CertificateView(
        UUID id,
        UUID volunteer,
        String kind,
        String number,
        String issuer,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String evidence,
        CertificateState state,
        @Nullable CertificateRefusal refusal,
        @Nullable String reason,
        Instant claimedAt,
        @Nullable Instant decidedAt,
        List<CertificateAction> actions,
        @JsonIgnore int version)
        implements Resource {

    static CertificateView of(Certificate certificate, boolean mayCheck) {
        return new CertificateView(
                certificate.id(),
                certificate.holder(),
                certificate.kind(),
                certificate.number(),
                certificate.issuer(),
                certificate.validFrom(),
                certificate.validUntil(),
                certificate.evidence(),
                certificate.state(),
                certificate.refusal(),
                certificate.reason(),
                certificate.claimedAt(),
                certificate.decidedAt(),
                mayCheck ? CertificateAction.open(certificate.state()) : List.of(),
                certificate.version());
    }

    @Override
    public String path() {
        return "/certificates/" + id;
    }
}

package org.diandan.volunteers;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.keys.SealedText;
import org.diandan.shared.Actor;
import org.jspecify.annotations.Nullable;

/** A paper that says what its holder may do (or, of the kind {@link #INSURANCE}, is covered for), and until when. */
@Entity
@IdClass(Key.class)
class Certificate {
    /** The kind of an insurance; it makes nobody an expert. */
    static final String INSURANCE = "INSURANCE";

    @Id
    private String center;

    @Id
    private UUID id;

    private UUID volunteerId;
    private String site;
    private String kind;

    @Convert(converter = NumberColumn.class)
    private String number;

    /** By which the same paper is known again, its number being sealed. */
    private byte[] numberMark;

    private String issuer;
    private LocalDate validFrom;
    private @Nullable LocalDate validUntil;
    private @Nullable String evidence;

    @Enumerated(EnumType.STRING)
    private CertificateState state = CertificateState.CLAIMED;

    private Instant claimedAt;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable CertificateRefusal refusal;

    private @Nullable String reason;

    @Version
    private int version;

    /** Worked out by the database from the site, for the indexes of lists. */
    @Column(insertable = false, updatable = false)
    private @Nullable String township;

    @Column(insertable = false, updatable = false)
    private @Nullable String village;

    @SuppressWarnings("NullAway.Init")
    protected Certificate() {}

    /**
     * Claims a certificate for a volunteer, to be checked by someone of the volunteer's area.
     *
     * @param numberMark of the number that is claimed
     */
    Certificate(UUID id, Volunteer holder, ClaimCertificate claim, byte[] numberMark, Instant now) {
        if (claim.validUntil() != null && claim.validUntil().isBefore(claim.validFrom())) {
            throw VolunteersProblem.PERIOD_BACKWARDS.because(claim.validFrom(), claim.validUntil());
        }
        this.center = holder.center();
        this.id = id;
        this.volunteerId = holder.id();
        this.site = holder.site();
        this.kind = claim.kind();
        this.number = claim.number();
        this.numberMark = numberMark;
        this.issuer = claim.issuer();
        this.validFrom = claim.validFrom();
        this.validUntil = claim.validUntil();
        this.evidence = claim.evidence();
        this.claimedAt = now;
    }

    /** Someone else has seen it and found it true. */
    void verify(Actor by, Instant now) {
        decide(CertificateAction.VERIFY, CertificateState.VERIFIED, by, now);
    }

    /** It does not count, or not any more. */
    void refuse(CertificateRefusal why, String text, Actor by, Instant now) {
        decide(CertificateAction.REFUSE, CertificateState.REFUSED, by, now);
        refusal = why;
        reason = text;
    }

    private void decide(CertificateAction action, CertificateState to, Actor by, Instant now) {
        if (by.is(volunteerId)) {
            throw VolunteersProblem.OWN_CERTIFICATE.because();
        }
        action.check(state);
        state = to;
        decidedBy = by.account();
        decidedAt = now;
    }

    /** Tells whether it is verified and valid on that day; its first and last day count. */
    boolean countsOn(LocalDate day) {
        return state == CertificateState.VERIFIED
                && !day.isBefore(validFrom)
                && (validUntil == null || !day.isAfter(validUntil));
    }

    UUID id() {
        return id;
    }

    UUID holder() {
        return volunteerId;
    }

    String site() {
        return site;
    }

    String kind() {
        return kind;
    }

    String number() {
        return number;
    }

    byte[] numberMark() {
        return numberMark;
    }

    String issuer() {
        return issuer;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validUntil() {
        return validUntil;
    }

    @Nullable
    String evidence() {
        return evidence;
    }

    CertificateState state() {
        return state;
    }

    Instant claimedAt() {
        return claimedAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    /** Who answers for the decision. */
    @Nullable
    UUID decidedBy() {
        return decidedBy;
    }

    @Nullable
    CertificateRefusal refusal() {
        return refusal;
    }

    @Nullable
    String reason() {
        return reason;
    }

    int version() {
        return version;
    }

    @Converter
    @Singleton
    static class NumberColumn extends SealedText {

        NumberColumn(Instance<Keys> keys) {
            super(SealedColumn.CERTIFICATE_NUMBER, keys);
        }
    }
}

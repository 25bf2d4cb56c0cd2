package org.diandan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diandan.volunteers.Refusals.assertRefused;
import static org.diandan.volunteers.Someone.NOW;
import static org.diandan.volunteers.Someone.TODAY;
import static org.diandan.volunteers.VolunteersProblem.CERTIFICATE_NOT_NOW;
import static org.diandan.volunteers.VolunteersProblem.OWN_CERTIFICATE;
import static org.diandan.volunteers.VolunteersProblem.PERIOD_BACKWARDS;

import java.util.List;
import org.diandan.shared.Actor;
import org.junit.jupiter.api.Test;

class CertificateTest {

    @Test
    void nobodyVerifiesTheirOwn() {
        var holder = Someone.grownUp();
        var certificate = Someone.claimed(holder, "HAIRDRESSER", "2026-01-01", "2026-12-31");

        assertRefused(OWN_CERTIFICATE, () -> certificate.verify(Actor.of(holder.id()), NOW));
        assertThat(certificate.state()).isEqualTo(CertificateState.CLAIMED);
    }

    @Test
    void aClaimCountsForNothing() {
        var certificate = Someone.claimed(Someone.grownUp(), "HAIRDRESSER", "2026-01-01", "2026-12-31");

        assertThat(certificate.countsOn(TODAY)).isFalse();
    }

    @Test
    void theFirstAndTheLastDayCount() {
        var certificate = Someone.claimed(Someone.grownUp(), "HAIRDRESSER", "2026-11-23", "2026-11-24");

        certificate.verify(Someone.clerk(), NOW);

        assertThat(certificate.countsOn(TODAY.minusDays(1))).isFalse();
        assertThat(certificate.countsOn(TODAY)).isTrue();
        assertThat(certificate.countsOn(TODAY.plusDays(1))).isTrue();
        assertThat(certificate.countsOn(TODAY.plusDays(2))).isFalse();
    }

    @Test
    void oneWithoutALastDayDoesNotEnd() {
        var certificate = Someone.claimed(Someone.grownUp(), "TEACHER", "2001-07-01", "");

        certificate.verify(Someone.clerk(), NOW);

        assertThat(certificate.countsOn(TODAY.plusYears(30))).isTrue();
    }

    @Test
    void aVerifiedOneThatTurnsOutFalseIsRefusedAndCountsNoMore() {
        var certificate = Someone.claimed(Someone.grownUp(), "HAIRDRESSER", "2026-01-01", "2026-12-31");
        certificate.verify(Someone.clerk(), NOW);

        certificate.refuse(CertificateRefusal.NOT_KNOWN_TO_ISSUER, "no such number", Someone.clerk(), NOW);

        assertThat(certificate.countsOn(TODAY)).isFalse();
    }

    @Test
    void aRefusedOneStaysRefused() {
        var certificate = Someone.claimed(Someone.grownUp(), "HAIRDRESSER", "2026-01-01", "2026-12-31");
        certificate.refuse(CertificateRefusal.UNREADABLE, "blurred", Someone.clerk(), NOW);

        var refused = assertRefused(CERTIFICATE_NOT_NOW, () -> certificate.verify(Someone.clerk(), NOW));

        assertThat(refused.members())
                .containsEntry("state", CertificateState.REFUSED)
                .containsEntry("actions", List.of());
    }

    @Test
    void aPeriodDoesNotEndBeforeItBegins() {
        assertRefused(
                PERIOD_BACKWARDS, () -> Someone.claimed(Someone.grownUp(), "HAIRDRESSER", "2026-12-31", "2026-01-01"));
    }
}

package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.diandan.sites.Sites;
import org.diandan.timers.Timer;
import org.diandan.timers.TimerHandler;
import org.diandan.timers.Timers;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The days on which a verified certificate begins and has ended: who was an expert by it is none any more. */
@ApplicationScoped
class CertificateTurns implements TimerHandler {

    static final String KIND = "certificate.turns";

    private final Session session;
    private final Timers timers;
    private final Experts experts;
    private final Sites sites;
    private final Clock clock;

    CertificateTurns(Session session, Timers timers, Experts experts, Sites sites, Clock clock) {
        this.session = session;
        this.timers = timers;
        this.experts = experts;
        this.sites = sites;
        this.clock = clock;
    }

    /** Sets the timer for the next such day, or none. */
    void watch(Certificate certificate) {
        next(certificate)
                .ifPresentOrElse(
                        at -> timers.set(KIND, certificate.id(), at), () -> timers.cancel(KIND, certificate.id()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void fire(Timer timer) {
        @Nullable Certificate certificate = session.find(Certificate.class, Key.of(timer.subject()));
        if (certificate != null) {
            watch(certificate);
            experts.review(certificate.holder(), Actor.PROGRAM);
        }
    }

    private Optional<Instant> next(Certificate certificate) {
        if (certificate.state() != CertificateState.VERIFIED
                || certificate.kind().equals(Certificate.INSURANCE)) {
            return Optional.empty();
        }
        var zone = sites.zone(Ids.centerOf(certificate.id()));
        var until = certificate.validUntil();
        return Stream.of(
                        Optional.of(certificate.validFrom()),
                        Optional.ofNullable(until).map(last -> last.plusDays(1)))
                .flatMap(Optional::stream)
                .map((LocalDate day) -> day.atStartOfDay(zone).toInstant())
                .filter(clock.instant()::isBefore)
                .findFirst();
    }
}

package org.diandan.residents;

import static org.diandan.residents.ResidentsProblem.CONSENT_NEEDED;
import static org.diandan.residents.ResidentsProblem.CONSENT_VERSION_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/** What residents agreed to, and the circumstances that hang on it. Joins the caller's transaction. */
@ApplicationScoped
class Consents {

    private final Session session;
    private final Ids ids;
    private final Clock clock;

    Consents(Session session, Ids ids, Clock clock) {
        this.session = session;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records a consent. The same version given again changes nothing; another ends the one before. */
    void give(UUID resident, Consent consent, Actor by) {
        if (consent.version() < 1 || consent.version() > consent.purpose().version()) {
            throw CONSENT_VERSION_UNKNOWN.because(
                    consent.version(), consent.purpose().version());
        }
        session.createNativeMutationQuery("update resident_consent set ended_at = :now, ended_by = :by"
                        + " where center = :center and resident = :resident and purpose = :purpose"
                        + " and ended_at is null and version <> :version")
                .setParameter("now", clock.instant())
                .setParameter("by", by.account(), UUID.class)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .setParameter("purpose", consent.purpose().name())
                .setParameter("version", consent.version())
                .executeUpdate();
        session.createNativeMutationQuery("insert into resident_consent"
                        + " (center, id, resident, purpose, version, given_by, taken_by, given_at)"
                        + " values (:center, :id, :resident, :purpose, :version, :givenBy, :takenBy, :now)"
                        + " on conflict (center, resident, purpose) where ended_at is null do nothing")
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("id", ids.of(Ids.centerOf(resident)))
                .setParameter("resident", resident)
                .setParameter("purpose", consent.purpose().name())
                .setParameter("version", consent.version())
                .setParameter("givenBy", consent.by().name())
                .setParameter("takenBy", by.account(), UUID.class)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    boolean isGiven(UUID resident, ConsentPurpose purpose) {
        return !session.createNativeQuery(
                        "select 1 from resident_consent where center = :center and resident = :resident"
                                + " and purpose = :purpose and ended_at is null",
                        Integer.class)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .setParameter("purpose", purpose.name())
                .getResultList()
                .isEmpty();
    }

    /** A resident's circumstances; none without a valid consent. */
    Set<Circumstance> circumstances(UUID resident) {
        return session.createNativeQuery(
                        "select c.circumstance from resident_circumstance c"
                                + " join resident_consent k on k.center = c.center and k.resident = c.resident"
                                + " and k.purpose = 'CIRCUMSTANCES' and k.ended_at is null"
                                + " where c.center = :center and c.resident = :resident",
                        String.class)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .getResultStream()
                .map(Circumstance::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Adds circumstances to those on record. */
    void add(UUID resident, Set<Circumstance> circumstances) {
        if (!isGiven(resident, ConsentPurpose.CIRCUMSTANCES)) {
            throw CONSENT_NEEDED.because();
        }
        for (Circumstance circumstance : circumstances) {
            session.createNativeMutationQuery("insert into resident_circumstance (center, resident, circumstance)"
                            + " values (:center, :resident, :circumstance) on conflict do nothing")
                    .setParameter("center", Ids.centerOf(resident))
                    .setParameter("resident", resident)
                    .setParameter("circumstance", circumstance.name())
                    .executeUpdate();
        }
    }

    /** Forgets what hangs on the consent to {@link ConsentPurpose#CIRCUMSTANCES}. */
    void forgetCircumstances(UUID resident) {
        session.createNativeMutationQuery(
                        "delete from resident_circumstance where center = :center and resident = :resident")
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .executeUpdate();
    }
}

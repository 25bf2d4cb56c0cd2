package org.diandan.residents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.diandan.residents.ResidentsProblem.CONSENT_ENDED;
import static org.diandan.residents.ResidentsProblem.CONSENT_NEEDED;
import static org.diandan.residents.ResidentsProblem.CONSENT_VERSION_UNKNOWN;
import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
        return session
                .createNativeQuery(
                        "select c.circumstance from resident_circumstance c"
                                + " join resident_consent k on k.center = c.center and k.resident = c.resident"
                                + " and k.purpose = 'CIRCUMSTANCES' and k.ended_at is null"
                                + " where c.center = :center and c.resident = :resident",
                        String.class)
                .addScalar("circumstance", String.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .getResultList()
                .stream()
                .map(Circumstance::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same of several residents of a center, by resident. */
    Map<UUID, Set<Circumstance>> circumstances(String center, Collection<UUID> residents) {
        return session.createNativeQuery(
                        "select c.resident, c.circumstance from resident_circumstance c"
                                + " join resident_consent k on k.center = c.center and k.resident = c.resident"
                                + " and k.purpose = 'CIRCUMSTANCES' and k.ended_at is null"
                                + " where c.center = :center and c.resident = any(:residents)",
                        Tuple.class)
                .addScalar("resident", UUID.class)
                .addScalar("circumstance", String.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", center)
                .setParameter("residents", residents.toArray(UUID[]::new))
                .getResultStream()
                .collect(groupingBy(
                        row -> row.get(0, UUID.class),
                        mapping(row -> Circumstance.valueOf(row.get(1, String.class)), toUnmodifiableSet())));
    }

    /** Everything a resident ever agreed to here, the latest first. */
    List<ConsentView> all(UUID resident) {
        return session.createNativeQuery(
                        "select purpose, version, given_by, taken_by, given_at, ended_at from resident_consent"
                                + " where center = :center and resident = :resident order by given_at desc, id desc",
                        Object[].class)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .setTupleTransformer((row, names) -> new ConsentView(
                        ConsentPurpose.valueOf((String) row[0]),
                        (Integer) row[1],
                        ConsentBy.valueOf((String) row[2]),
                        (UUID) row[3],
                        (Instant) row[4],
                        (Instant) row[5]))
                .getResultList();
    }

    /** Ends a consent, and with it what is kept on its ground alone. */
    void withdraw(UUID resident, ConsentPurpose purpose, Actor by) {
        int ended = session.createNativeMutationQuery("update resident_consent set ended_at = :now, ended_by = :by"
                        + " where center = :center and resident = :resident and purpose = :purpose"
                        + " and ended_at is null")
                .setParameter("now", clock.instant())
                .setParameter("by", by.account(), UUID.class)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .setParameter("purpose", purpose.name())
                .executeUpdate();
        if (ended == 0) {
            throw CONSENT_ENDED.because();
        }
        if (purpose == ConsentPurpose.CIRCUMSTANCES) {
            forgetCircumstances(resident);
        }
    }

    /** Puts these circumstances in the place of those on record; none needs no consent. */
    void replace(UUID resident, Set<Circumstance> circumstances) {
        forgetCircumstances(resident);
        if (!circumstances.isEmpty()) {
            add(resident, circumstances);
        }
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

    private void forgetCircumstances(UUID resident) {
        session.createNativeMutationQuery(
                        "delete from resident_circumstance where center = :center and resident = :resident")
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .executeUpdate();
    }
}

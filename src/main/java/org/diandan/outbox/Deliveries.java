package org.diandan.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;

/** What waits to be delivered, as a queue that several instances work on. */
@ApplicationScoped
class Deliveries {

    /** After so many failures, the last more than half an hour after the one before, a delivery is given up. */
    static final int TRIES = 12;

    /** Jumps from center to center along the index, so that it costs one step for each center, however many wait. */
    private static final String CENTERS = """
            with recursive earliest as (
                (select center, next_at from outbox_delivery where next_at is not null order by center, next_at limit 1)
                union all
                select following.center, following.next_at
                from earliest cross join lateral (
                    select center, next_at from outbox_delivery
                    where next_at is not null and center > earliest.center
                    order by center, next_at limit 1) following)
            select center from earliest where next_at <= :now""";

    /** Takes the delivery that has waited longest and that no other instance holds. */
    private static final String CLAIM = """
            select delivery.subscriber, delivery.tries, event.id, event.type, event.subject, event.at,
                   cast(event.data as text) as data
            from outbox_delivery delivery
            join outbox_event event on event.center = delivery.center and event.id = delivery.event
            where delivery.center = :center and delivery.next_at <= :now
            order by delivery.next_at, delivery.event
            limit 1 for update of delivery skip locked""";

    private static final String KEY = " where center = :center and event = :event and subscriber = :subscriber";

    private static final String FAIL =
            "update outbox_delivery set tries = tries + 1, next_at = :nextAt, last_error = :error" + KEY
                    + " and tries = :tries and next_at is not null";

    private static final String DEAD = """
            select delivery.center, event.id, event.type, event.subject, event.at, delivery.subscriber,
                   delivery.tries, delivery.last_error
            from outbox_delivery delivery
            join outbox_event event on event.center = delivery.center and event.id = delivery.event
            where delivery.center = :center and delivery.next_at is null
            order by event.id limit :limit""";

    private static final int LONGEST_ERROR = 500;
    private static final long LONGEST_WAIT_SECONDS = 3600;

    private final Session session;
    private final ObjectMapper json;

    Deliveries(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /** A delivery taken by this transaction, and how often it has failed. */
    record Claimed(OutboxEvent event, String subscriber, int tries) {}

    /** The centers that have something to deliver, whether or not another instance has just taken it. */
    @Transactional(TxType.REQUIRES_NEW)
    List<String> centers(Instant now) {
        return session.createNativeQuery(CENTERS, String.class)
                .setParameter("now", now)
                .getResultList();
    }

    @Transactional(TxType.MANDATORY)
    Optional<Claimed> claim(String center, Instant now) {
        return session.createNativeQuery(CLAIM, Object[].class)
                .addScalar("subscriber", String.class)
                .addScalar("tries", Integer.class)
                .addScalar("id", UUID.class)
                .addScalar("type", String.class)
                .addScalar("subject", UUID.class)
                .addScalar("at", Instant.class)
                .addScalar("data", String.class)
                .setParameter("center", center)
                .setParameter("now", now)
                .uniqueResultOptional()
                .map(row -> new Claimed(
                        new OutboxEvent(
                                (UUID) row[2], center, (String) row[3], (UUID) row[4], (Instant) row[5], parsed((String)
                                        row[6])),
                        (String) row[0],
                        (int) row[1]));
    }

    @Transactional(TxType.MANDATORY)
    void finish(Claimed claimed) {
        withKey(session.createNativeMutationQuery("delete from outbox_delivery" + KEY), claimed)
                .executeUpdate();
    }

    /**
     * Puts off a delivery that failed, by a second, twice as long each time, at most an hour; or gives it up.
     *
     * @return whether it was given up
     */
    @Transactional(TxType.REQUIRES_NEW)
    boolean fail(Claimed claimed, Throwable failure, Instant now) {
        boolean last = claimed.tries() + 1 >= TRIES;
        String error = failure.toString();
        withKey(session.createNativeMutationQuery(FAIL), claimed)
                .setParameter("tries", claimed.tries())
                .setParameter("nextAt", last ? null : now.plus(delay(claimed.tries())), Instant.class)
                .setParameter("error", error.substring(0, Math.min(LONGEST_ERROR, error.length())))
                .executeUpdate();
        return last;
    }

    /** The deliveries of a center that were given up, the oldest first. */
    @Transactional
    List<DeadLetter> dead(String center, int limit) {
        return session.createNativeQuery(DEAD, DeadLetter.class)
                .setParameter("center", center)
                .setParameter("limit", limit)
                .getResultList();
    }

    static Duration delay(int failedBefore) {
        return Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(TRIES, failedBefore)));
    }

    private JsonNode parsed(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <Q extends CommonQueryContract> Q withKey(Q query, Claimed claimed) {
        query.setParameter("center", claimed.event().center())
                .setParameter("event", claimed.event().id())
                .setParameter("subscriber", claimed.subscriber());
        return query;
    }
}

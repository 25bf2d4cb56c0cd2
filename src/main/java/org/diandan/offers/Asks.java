package org.diandan.offers;

import static java.util.Objects.requireNonNull;
import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/**
 * What each volunteer was asked and how they answered, whichever Center asked: kept at home, where caps are counted. No
 * count goes over more rows than one person's of a few days.
 */
@ApplicationScoped
class Asks {

    private static final String BEGIN = """
            insert into volunteer_ask (center, offer_id, volunteer, visit_id, claimed, state, made_at)
            values (:center, :offer, :volunteer, :visit, :claimed, :state, :made)""";

    private static final String END = """
            update volunteer_ask set state = :state where center = :center and offer_id = :offer""";

    private static final String COUNT = """
            insert into volunteer_response (center, volunteer, asked, accepted)
            values (:center, :volunteer, 1, :accepted)
            on conflict (center, volunteer) do update
            set asked = volunteer_response.asked + 1, accepted = volunteer_response.accepted + excluded.accepted""";

    /** An offer that is called up from the waiting list is not one that the volunteer was bothered with. */
    private static final String RECORDS = """
            select v.id, coalesce(r.asked, 0), coalesce(r.accepted, 0),
                   count(a.offer_id), count(a.offer_id) filter (where a.state in ('OPEN', 'EXPIRED') and a.made_at > :dayAgo)
            from unnest(cast(:homes as varchar[]), cast(:volunteers as uuid[])) as v (center, id)
            left join volunteer_response r on r.center = v.center and r.volunteer = v.id
            left join volunteer_ask a on a.center = v.center and a.volunteer = v.id and not a.claimed
                 and a.made_at > :since
            group by v.id, r.asked, r.accepted""";

    private static final String CLAIMS = """
            select count(*) filter (where made_at > :dayAgo), count(*) filter (where visit_id = any(:ahead))
            from volunteer_ask where center = :center and volunteer = :volunteer and claimed and state = 'ACCEPTED'
              and (made_at > :dayAgo or visit_id = any(:ahead))""";

    private final Session session;

    Asks(Session session) {
        this.session = session;
    }

    /**
     * How somebody answers and was asked of late.
     *
     * @param asked how often they answered or let an offer run out, ever
     * @param recent how often they were asked since the moment that was named
     * @param unanswered how many offers of the last day they have not answered
     */
    record AskRecord(int asked, int accepted, int recent, int unanswered) {}

    /**
     * How many places somebody claimed.
     *
     * @param today within the last day
     * @param ahead at visits that are still to come
     */
    record Claims(long today, long ahead) {}

    void begin(Offer offer) {
        session.createNativeMutationQuery(BEGIN)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(offer.volunteer()))
                .setParameter("offer", offer.id())
                .setParameter("volunteer", offer.volunteer())
                .setParameter("visit", offer.visit())
                .setParameter("claimed", offer.isClaimed())
                .setParameter("state", offer.state().name())
                .setParameter("made", offer.madeAt())
                .executeUpdate();
    }

    /** Follows an offer that has moved; an answer, or none in time, is counted once, one that was taken back never. */
    void follow(Offer offer) {
        session.createNativeMutationQuery(END)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(offer.volunteer()))
                .setParameter("offer", offer.id())
                .setParameter("state", offer.state().name())
                .executeUpdate();
        if (!offer.isClaimed() && offer.state().isAnswer()) {
            session.createNativeMutationQuery(COUNT)
                    .setQueryFlushMode(NO_FLUSH)
                    .setParameter("center", Ids.centerOf(offer.volunteer()))
                    .setParameter("volunteer", offer.volunteer())
                    .setParameter("accepted", offer.state() == OfferState.ACCEPTED ? 1 : 0)
                    .executeUpdate();
        }
    }

    /** By volunteer; everyone who was named is there. */
    Map<UUID, AskRecord> of(Collection<UUID> volunteers, Instant since, Instant dayAgo) {
        return session.createNativeQuery(RECORDS, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("homes", volunteers.stream().map(Ids::centerOf).toArray(String[]::new))
                .setParameter("volunteers", volunteers.toArray(UUID[]::new))
                .setParameter("since", since)
                .setParameter("dayAgo", dayAgo)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get(0, UUID.class),
                        row -> new AskRecord(number(row, 1), number(row, 2), number(row, 3), number(row, 4))));
    }

    /** @param ahead the visits that the volunteer still comes to */
    Claims claims(UUID volunteer, Collection<UUID> ahead, Instant dayAgo) {
        Tuple row = session.createNativeQuery(CLAIMS, Tuple.class)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(volunteer))
                .setParameter("volunteer", volunteer)
                .setParameter("ahead", ahead.toArray(UUID[]::new))
                .setParameter("dayAgo", dayAgo)
                .getSingleResult();
        return new Claims(row.get(0, Long.class), row.get(1, Long.class));
    }

    private static int number(Tuple row, int column) {
        return requireNonNull(row.get(column, Number.class)).intValue();
    }
}

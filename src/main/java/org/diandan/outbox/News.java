package org.diandan.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.hibernate.Session;

/**
 * The events as they were kept, for whoever follows them as they come and keeps no row for each: none missing, none twice,
 * each reader in the same order.
 *
 * <p>The order is that of the transactions' numbers. An event is told when no transaction with a lesser number runs any
 * more, so that one which commits late does not come in behind a reader who has gone on. A transaction that hangs holds
 * up the news until it ends, which the limits of time see to.
 */
@ApplicationScoped
public class News {

    /** From center to center along the index. */
    private static final String CENTERS = """
            with recursive known as (
                (select center from outbox_event order by center limit 1)
                union all
                select (select center from outbox_event where center > known.center order by center limit 1)
                from known where known.center is not null)
            """;

    /** By the first event of each center that was made then or later; where there is none, all that is told has been. */
    private static final String SINCE = CENTERS + """
            select cast(cast(coalesce(min(event.written_in), pg_snapshot_xmin(pg_current_snapshot())) as text) as bigint)
            from known cross join lateral (
                select written_in from outbox_event made
                where made.center = known.center and made.id >= :first
                order by made.id limit 1) event""";

    /** Of each center no more than can be told at once. */
    private static final String AFTER = CENTERS + """
            select event.center, cast(cast(event.written_in as text) as bigint) as written_in, event.id, event.type,
                   event.subject, event.at, cast(event.data as text) as data
            from known cross join lateral (
                select * from outbox_event told
                where told.center = known.center
                  and (told.written_in, told.id) > (cast(cast(:writtenIn as text) as xid8), :id)
                  and told.written_in < pg_snapshot_xmin(pg_current_snapshot())
                order by told.written_in, told.id limit :limit) event
            order by event.written_in, event.id limit :limit""";

    private final Session session;
    private final ObjectMapper json;

    News(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /**
     * Where a reader stands: behind this event.
     *
     * @param writtenIn the number of its transaction
     * @param id its id
     */
    public record Position(long writtenIn, UUID id) {}

    /** An event, and where a reader stands who has had it. */
    public record Told(Position position, OutboxEvent event) {}

    /** Before what was told at this time; what was written about then may be on either side. */
    @Transactional(TxType.REQUIRES_NEW)
    public Position since(Instant time) {
        long writtenIn = session.createNativeQuery(SINCE, Long.class)
                .setParameter("first", Ids.firstOf(time))
                .getSingleResult();
        return new Position(writtenIn, new UUID(0, 0));
    }

    /** The next events of all centers behind the position, at most so many. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Told> after(Position position, int limit) {
        return session
                .createNativeQuery(AFTER, Object[].class)
                .addScalar("center", String.class)
                .addScalar("written_in", Long.class)
                .addScalar("id", UUID.class)
                .addScalar("type", String.class)
                .addScalar("subject", UUID.class)
                .addScalar("at", Instant.class)
                .addScalar("data", String.class)
                .setParameter("writtenIn", Long.toString(position.writtenIn()))
                .setParameter("id", position.id())
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(this::told)
                .toList();
    }

    private Told told(Object[] row) {
        UUID id = (UUID) row[2];
        return new Told(
                new Position((Long) row[1], id),
                new OutboxEvent(id, (String) row[0], (String) row[3], (UUID) row[4], (Instant) row[5], parsed((String)
                        row[6])));
    }

    private JsonNode parsed(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

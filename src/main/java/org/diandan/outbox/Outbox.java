package org.diandan.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.shared.Ids;
import org.diandan.shared.LastWrites;

/** Where rooms write what others are to hear after it is kept. */
@ApplicationScoped
public class Outbox {

    private static final String WRITE = """
            insert into outbox_event (center, id, type, subject, at, data)
            values (?, ?, ?, ?, ?, cast(? as jsonb))""";

    /** Both tables in one statement: one way to the database and back. */
    private static final String WRITE_AND_DELIVER = "with event as (" + WRITE + " returning center, id, at)" + """
             insert into outbox_delivery (center, event, subscriber, next_at)
            select center, id, unnest(string_to_array(?, ',')), at from event""";

    private final LastWrites writes;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json;
    private final List<Subscriber> subscribers;
    private final TransactionSynchronizationRegistry transactions;
    private final Bell bell;

    Outbox(
            LastWrites writes,
            Ids ids,
            Clock clock,
            ObjectMapper json,
            @All List<Subscriber> subscribers,
            TransactionSynchronizationRegistry transactions,
            Bell bell) {
        this.writes = writes;
        this.transactions = transactions;
        this.bell = bell;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.subscribers = subscribers;
    }

    /**
     * Writes an event in the caller's transaction, with a delivery for each subscriber that wants it; fails without one.
     *
     * @param center where it happened, six digits
     * @param type what happened, lower case with hyphens and dots, such as {@code order.taken-on}; at most 60 characters
     * @param subject what it happened to
     * @param data what else is to be known, as JSON; no personal data
     */
    @Transactional(TxType.MANDATORY)
    public void write(String center, String type, UUID subject, Map<String, ?> data) {
        String wanting = subscribers.stream()
                .filter(subscriber -> subscriber.wants(type))
                .map(Subscriber::name)
                .collect(Collectors.joining(","));
        List<Object> values =
                new ArrayList<>(List.of(center, ids.of(center), type, subject, clock.instant(), text(data)));
        if (!wanting.isEmpty()) {
            values.add(wanting);
        }
        writes.add(wanting.isEmpty() ? WRITE : WRITE_AND_DELIVER, values.toArray());
        ringAfterwards();
    }

    /** Once for each transaction, when it has committed. */
    private void ringAfterwards() {
        if (transactions.getResource(Outbox.class) == null) {
            transactions.putResource(Outbox.class, bell);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {}

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        bell.ring();
                    }
                }
            });
        }
    }

    private String text(Map<String, ?> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON can be made of the data of an event", e);
        }
    }
}

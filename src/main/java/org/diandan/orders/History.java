package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diandan.outbox.Outbox;
import org.diandan.shared.Ids;
import org.diandan.shared.LastWrites;

/** Writes the one history that all four machines of an order share, and the news that leave the process with it. */
@ApplicationScoped
public class History {

    /** A row of {@link OrderEntry}. */
    private static final String WRITE = """
            insert into order_entry (center, order_id, id, machine, subject, action, from_state, to_state, actor, part,
              for_whom, reason, words, round, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final LastWrites writes;
    private final Outbox outbox;
    private final Ids ids;

    History(LastWrites writes, Outbox outbox, Ids ids) {
        this.writes = writes;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * Writes a transition: one history row and one event, in the transaction of the transition. The event names the
     * subject, the states and the reason; words stay in the history, since they may speak of a person.
     */
    public void tell(Told told) {
        String center = Ids.centerOf(told.order());
        writes.add(
                WRITE,
                center,
                told.order(),
                ids.of(center),
                told.machine().name(),
                told.subject(),
                told.action(),
                told.from(),
                told.to(),
                told.actor().account(),
                told.part() == null ? null : told.part().name(),
                told.forWhom(),
                told.reason(),
                told.text(),
                told.round(),
                told.at());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("order", told.order());
        data.put("from", told.from());
        data.put("to", told.to());
        data.put("round", told.round());
        data.put("reason", told.reason());
        data.values().removeIf(java.util.Objects::isNull);
        outbox.write(center, told.machine().newsOf(told.action()), told.subject(), data);
    }
}

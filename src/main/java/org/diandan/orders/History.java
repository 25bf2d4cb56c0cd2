package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diandan.outbox.Outbox;
import org.diandan.shared.Ids;

/** Writes the one history that all four machines of an order share, and the news that leave the process with it. */
@ApplicationScoped
public class History {

    private final EntityManager entities;
    private final Outbox outbox;
    private final Ids ids;

    History(EntityManager entities, Outbox outbox, Ids ids) {
        this.entities = entities;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * Writes a transition: one history row and one event, in the transaction of the transition. The event names the
     * subject, the states and the reason; words stay in the history, since they may speak of a person.
     */
    public void tell(Told told) {
        String center = Ids.centerOf(told.order());
        entities.persist(new OrderEntry(ids.of(center), told));
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

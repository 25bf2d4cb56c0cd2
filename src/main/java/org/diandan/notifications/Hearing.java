package org.diandan.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diandan.orders.Audience;
import org.diandan.orders.Audience.Ear;
import org.diandan.orders.Parties;
import org.diandan.outbox.OutboxEvent;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * Which events are told to whom: what belongs to an order to those for whom the order exists, as much of it as its history
 * shows them; what happens to a task to those for whom it exists. All else is nobody's.
 */
@ApplicationScoped
class Hearing {

    /** What those are told who see an order and not its history. */
    private static final String CHANGED = "order.changed";

    private static final String TASK = "task.";

    private final Parties parties;
    private final ObjectMapper json;

    Hearing(Parties parties, ObjectMapper json) {
        this.parties = parties;
        this.json = json;
    }

    /** What a client is told; what it is about is read where it stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(@Nullable UUID subject, @Nullable UUID order, Instant at) {}

    /** Finds out for whom these are, as things stand; leaves out those that are for nobody. */
    @Transactional
    List<Happened> of(List<OutboxEvent> events) {
        Set<UUID> orders =
                events.stream().map(Hearing::order).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, Audience> audiences = parties.audiences(orders);
        List<Happened> told = new ArrayList<>();
        for (OutboxEvent event : events) {
            UUID order = order(event);
            Audience audience = order == null ? null : audiences.get(order);
            if (audience != null) {
                told.add(happened(event, order, audience::ear));
            } else if (event.type().startsWith(TASK)) {
                told.add(happened(event, null, scope -> isSeen(event, scope) ? Ear.STEPS : Ear.NOTHING));
            }
        }
        return told;
    }

    private Happened happened(OutboxEvent event, @Nullable UUID order, Function<Scope, Ear> ear) {
        String id = event.id().toString();
        return new Happened(
                event.id(),
                event.at(),
                ear,
                new Message(id, event.type(), text(new Line(event.subject(), order, event.at()))),
                new Message(id, CHANGED, text(new Line(null, order, event.at()))));
    }

    private String text(Line line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable UUID order(OutboxEvent event) {
        String order = event.data().path("order").asText();
        return order.isEmpty() ? null : UUID.fromString(order);
    }

    private static boolean isSeen(OutboxEvent task, Scope scope) {
        Role role = Role.valueOf(task.data().path("role").asText());
        return Tasks.exists(role, task.data().path("site").asText(), scope);
    }
}

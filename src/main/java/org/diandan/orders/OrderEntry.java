package org.diandan.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.jspecify.annotations.Nullable;

/** One row of an order's history: inserted, never changed. */
@Entity
@Table(name = "order_entry")
@IdClass(OrderEntry.Key.class)
class OrderEntry {

    public record Key(String center, UUID orderId, UUID id) {}

    @Id
    private String center;

    @Id
    private UUID orderId;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Machine machine;

    private UUID subject;

    private String action;

    private @Nullable String fromState;

    private String toState;

    private @Nullable UUID actor;

    @Enumerated(EnumType.STRING)
    private @Nullable Part part;

    private @Nullable UUID forWhom;

    private @Nullable String reason;

    private @Nullable String words;

    private int round;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    OrderEntry() {}

    OrderEntry(UUID id, Told told) {
        this.center = Ids.centerOf(told.order());
        this.orderId = told.order();
        this.id = id;
        this.machine = told.machine();
        this.subject = told.subject();
        this.action = told.action();
        this.fromState = told.from();
        this.toState = told.to();
        this.actor = told.actor().account();
        this.part = told.part();
        this.forWhom = told.forWhom();
        this.reason = told.reason();
        this.words = told.text();
        this.round = told.round();
        this.at = told.at();
    }

    UUID id() {
        return id;
    }

    Machine machine() {
        return machine;
    }

    UUID subject() {
        return subject;
    }

    String action() {
        return action;
    }

    @Nullable
    String fromState() {
        return fromState;
    }

    String toState() {
        return toState;
    }

    @Nullable
    UUID actor() {
        return actor;
    }

    @Nullable
    Part part() {
        return part;
    }

    @Nullable
    UUID forWhom() {
        return forWhom;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String words() {
        return words;
    }

    int round() {
        return round;
    }

    Instant at() {
        return at;
    }
}

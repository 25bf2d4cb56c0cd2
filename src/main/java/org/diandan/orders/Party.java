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

/** Who has a part in an order, from when until when. */
@Entity
@Table(name = "order_party")
@IdClass(Party.Key.class)
class Party {

    /** A party of an order may come again after it went: the time it came tells them apart. */
    public record Key(String center, UUID orderId, PartyKind kind, UUID party, Instant fromAt) {}

    @Id
    private String center;

    @Id
    private UUID orderId;

    @Id
    @Enumerated(EnumType.STRING)
    private PartyKind kind;

    @Id
    private UUID party;

    @Id
    private Instant fromAt;

    private @Nullable Instant untilAt;

    @SuppressWarnings("NullAway.Init")
    Party() {}

    Party(UUID order, PartyKind kind, UUID party, Instant from) {
        this.center = Ids.centerOf(order);
        this.orderId = order;
        this.kind = kind;
        this.party = party;
        this.fromAt = from;
    }

    void end(Instant now) {
        untilAt = now;
    }

    boolean isNow() {
        return untilAt == null;
    }

    boolean is(PartyKind thisKind, UUID thisParty) {
        return kind == thisKind && party.equals(thisParty);
    }

    UUID order() {
        return orderId;
    }

    PartyKind kind() {
        return kind;
    }

    UUID party() {
        return party;
    }
}

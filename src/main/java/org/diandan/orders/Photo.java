package org.diandan.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Ids;

/** A picture that belongs to an order: of the need, or of what was done. */
@Entity
@Table(name = "order_photo")
@IdClass(Photo.Key.class)
class Photo {

    public record Key(String center, UUID orderId, UUID id) {}

    @Id
    private String center;

    @Id
    private UUID orderId;

    @Id
    private UUID id;

    @Column
    private int round;

    private String format;

    private byte[] bytes;

    @Column
    private UUID takenBy;

    @Column
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    Photo() {}

    Photo(UUID id, Order order, String format, byte[] bytes, UUID takenBy, Instant at) {
        this.center = Ids.centerOf(order.id());
        this.orderId = order.id();
        this.id = id;
        this.round = order.round().number();
        this.format = format;
        this.bytes = bytes.clone();
        this.takenBy = takenBy;
        this.at = at;
    }

    String format() {
        return format;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}

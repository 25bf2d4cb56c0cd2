package org.diandan.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.jspecify.annotations.Nullable;

/** What the resident said of one round, once; it can be changed for seven days. */
@Entity
@Table(name = "rating")
@IdClass(Rating.Key.class)
class Rating {

    static final Duration CHANGEABLE_FOR = Duration.ofDays(7);

    /** Whoever gives so much or less was not content. */
    static final int LOW = 2;

    public record Key(String center, UUID orderId, int round) {}

    @Id
    private String center;

    @Id
    private UUID orderId;

    @Id
    private int round;

    @Version
    private int version;

    private int score;

    private @Nullable String words;

    @Column
    private UUID team;

    @Column
    private UUID ratedBy;

    @Enumerated(EnumType.STRING)
    private Part part;

    @Column
    private @Nullable String heardFrom;

    private Instant ratedAt;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    Rating() {}

    /** @param part resident or proxy, or the clerk who called back and names in the request whom they heard */
    @SuppressWarnings("NullAway.Init")
    Rating(UUID order, int round, UUID team, UUID by, Part part, RateOrder said, Instant now) {
        this.center = Ids.centerOf(order);
        this.orderId = order;
        this.round = round;
        this.team = team;
        this.ratedAt = now;
        write(by, part, said, now);
    }

    /** @throws org.diandan.shared.Refused after seven days */
    void change(UUID by, Part newPart, RateOrder said, Instant now) {
        if (now.isAfter(ratedAt.plus(CHANGEABLE_FOR))) {
            throw OrderProblem.RATING_LOCKED.because(CHANGEABLE_FOR.toDays());
        }
        write(by, newPart, said, now);
    }

    private void write(UUID by, Part byPart, RateOrder said, Instant now) {
        score = said.score();
        words = said.words();
        ratedBy = by;
        part = byPart;
        heardFrom = said.heardFrom();
        changedAt = now;
    }

    UUID team() {
        return team;
    }

    int score() {
        return score;
    }

    @Nullable
    String words() {
        return words;
    }

    Part part() {
        return part;
    }

    Instant changedAt() {
        return changedAt;
    }
}

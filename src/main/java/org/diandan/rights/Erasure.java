package org.diandan.rights;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to be forgotten. It waits, so that a stolen phone or a quarrel undoes nothing for good, and so that
 * what is kept for a few days only (the answers to requests of others) has gone by itself.
 */
@Entity
@IdClass(Erasure.Key.class)
class Erasure {

    public record Key(String center, UUID id) {
        static Key of(UUID id) {
            return new Key(Ids.centerOf(id), id);
        }
    }

    @Id
    private String center;

    @Id
    private UUID id;

    @Version
    private int version;

    private @Nullable UUID account;
    private @Nullable UUID resident;
    private UUID askedBy;

    @Enumerated(EnumType.STRING)
    private ErasureState state;

    private Instant askedAt;
    private Instant dueAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    Erasure() {}

    /**
     * A wish that waits.
     *
     * @param resident of somebody without an account
     */
    Erasure(UUID id, @Nullable UUID account, @Nullable UUID resident, UUID askedBy, Instant now, Instant dueAt) {
        this.center = Ids.centerOf(id);
        this.id = id;
        this.account = account;
        this.resident = resident;
        this.askedBy = askedBy;
        this.state = ErasureState.WAITING;
        this.askedAt = now;
        this.dueAt = dueAt;
    }

    boolean isWaiting() {
        return state == ErasureState.WAITING;
    }

    /** Something stands in the way: it is looked at again then. */
    void waitUntil(Instant again) {
        dueAt = again;
    }

    void withdraw(Instant now) {
        end(ErasureState.WITHDRAWN, now);
    }

    void isDone(Instant now) {
        end(ErasureState.DONE, now);
    }

    private void end(ErasureState how, Instant now) {
        if (!isWaiting()) {
            throw RightsProblem.ERASURE_NOT_ASKED.because();
        }
        state = how;
        endedAt = now;
    }

    Individual person() {
        return account != null
                ? Individual.ofAccount(account)
                : Individual.ofResident(Objects.requireNonNull(resident), null);
    }

    Actor by() {
        return Actor.of(askedBy);
    }

    UUID id() {
        return id;
    }

    ErasureState state() {
        return state;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    Instant dueAt() {
        return dueAt;
    }
}

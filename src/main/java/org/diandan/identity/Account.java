package org.diandan.identity;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.keys.SealedText;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in. What they may do stands in their grants. */
@Entity
@Table(name = "account")
@IdClass(AccountKey.class)
class Account {

    /** How somebody is called who is forgotten. */
    private static final String FORGOTTEN = "已注销";

    @Id
    private String center;

    @Id
    private UUID id;

    private String name;

    @Nullable
    @Convert(converter = PhoneColumn.class)
    private String phone;

    @Enumerated(EnumType.STRING)
    private AccountState state;

    @Nullable
    private String stateReason;

    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    Account() {}

    Account(UUID id, NewAccount account, Instant now) {
        this.center = account.center();
        this.id = id;
        this.name = account.name();
        this.phone = account.phone();
        this.state = AccountState.ACTIVE;
        this.createdAt = now;
    }

    void rename(String newName) {
        name = newName;
    }

    /** @param reason why, for those who look later */
    void suspend(String reason) {
        checkNotClosed();
        if (state == AccountState.SUSPENDED) {
            throw IdentityProblem.ALREADY_SUSPENDED.because();
        }
        state = AccountState.SUSPENDED;
        stateReason = reason;
    }

    /** @param reason why, for those who look later */
    void reopen(String reason) {
        checkNotClosed();
        if (state == AccountState.ACTIVE) {
            throw IdentityProblem.NOT_SUSPENDED.because();
        }
        state = AccountState.ACTIVE;
        stateReason = reason;
    }

    /**
     * Ends the account for good. Its name stays, because histories name it; its phone is free for another.
     *
     * @param reason why, for those who look later
     */
    void close(String reason) {
        checkNotClosed();
        state = AccountState.CLOSED;
        stateReason = reason;
        phone = null;
    }

    /** Loses what tells who it was; what was done by it stays under its id. */
    void forget() {
        if (state != AccountState.CLOSED) {
            close("");
        }
        name = FORGOTTEN;
        phone = null;
        stateReason = null;
    }

    private void checkNotClosed() {
        if (state == AccountState.CLOSED) {
            throw IdentityProblem.ACCOUNT_CLOSED.because();
        }
    }

    boolean isActive() {
        return state == AccountState.ACTIVE;
    }

    String center() {
        return center;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    @Nullable
    String phone() {
        return phone;
    }

    AccountState state() {
        return state;
    }

    @Nullable
    String stateReason() {
        return stateReason;
    }

    Instant createdAt() {
        return createdAt;
    }

    int version() {
        return version;
    }

    @Converter
    @Singleton
    static class PhoneColumn extends SealedText {

        PhoneColumn(Instance<Keys> keys) {
            super(SealedColumn.ACCOUNT_PHONE, keys);
        }
    }
}

package org.diandan.identity;

import static org.diandan.identity.IdentityProblem.SESSION_OVER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins that last: each has a refresh token that is good once. One that comes again later was stolen or copied, so the
 * whole sign-in ends (RFC 9700, section 4.14.2). Each token follows from the one before by a keyed hash, so that a phone
 * that lost an answer and asks again at once gets the same answer, not another one.
 */
@ApplicationScoped
class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final int SECRET_BYTES = 32;
    private static final int LENGTH = 36 + 1 + 2 * SECRET_BYTES;

    private final Session session;
    private final SigningKey key;
    private final IdentityConfig config;
    private final Ids ids;
    private final RandomGenerator random;
    private final Event<GrantsChanged> changes;
    private final Clock clock;

    Sessions(
            Session session,
            SigningKey key,
            IdentityConfig config,
            Ids ids,
            RandomGenerator random,
            Event<GrantsChanged> changes,
            Clock clock) {
        this.session = session;
        this.key = key;
        this.config = config;
        this.ids = ids;
        this.random = random;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What an exchange gives.
     *
     * @param generation of the access tokens, read while the sign-in was held: one that is ended meanwhile ends them too
     */
    record Exchanged(UUID account, String refreshToken, int generation) {}

    private record Kept(
            UUID account, String token, @Nullable String previous, Instant exchangedAt, Instant expiresAt) {}

    /**
     * Begins a sign-in, in the caller's transaction; answers its first refresh token.
     *
     * @param longest when it ends at the latest, however often its token is exchanged
     */
    String open(UUID account, Duration longest) {
        Instant now = clock.instant();
        String center = Ids.centerOf(account);
        session.createNativeMutationQuery(
                        "delete from session where center = :center and account = :account and expires_at < :now")
                .setParameter("center", center)
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        UUID id = ids.of(center);
        String token = token(id, HexFormat.of().formatHex(secret));
        session.createNativeMutationQuery(
                        "insert into session (center, id, account, token_hash, exchanged_at, expires_at, ends_at)"
                                + " values (:center, :id, :account, :hash, :now,"
                                + " least(cast(:end as timestamptz), :last), :last)")
                .setParameter("center", center)
                .setParameter("id", id)
                .setParameter("account", account)
                .setParameter("hash", Tokens.sha256(token))
                .setParameter("now", now)
                .setParameter("end", now.plus(config.refreshToken()))
                .setParameter("last", now.plus(longest))
                .executeUpdate();
        return token;
    }

    /**
     * Takes a refresh token and gives the next one.
     *
     * @throws org.diandan.shared.Refused if it is forged, too old or was used before; then the sign-in is over
     */
    Exchanged exchange(String token) {
        UUID id = idIn(token).orElseThrow(SESSION_OVER::because);
        return QuarkusTransaction.requiringNew().call(() -> exchange(id, token)).orElseThrow(SESSION_OVER::because);
    }

    /** Ends the sign-in that a refresh token belongs to; one that has ended stays so. */
    void end(String token) {
        idIn(token).filter(id -> isOf(id, token)).ifPresent(this::delete);
    }

    /** The generation of the access tokens that an account gets now. */
    int generation(UUID account) {
        return session.createNativeQuery(
                        "select token_generation from account where center = :center and id = :account", Integer.class)
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .getSingleResult();
    }

    /** Ends all sign-ins of an account and the access tokens that it has, in the caller's transaction. */
    void endAll(UUID account) {
        session.createNativeMutationQuery("update account set token_generation = token_generation + 1"
                        + " where center = :center and id = :account")
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .executeUpdate();
        changes.fire(new GrantsChanged(account));
        session.createNativeMutationQuery("delete from session where center = :center and account = :account")
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .executeUpdate();
    }

    private Optional<Exchanged> exchange(UUID id, String token) {
        Instant now = clock.instant();
        Kept kept = find(id).orElse(null);
        if (kept == null || !now.isBefore(kept.expiresAt())) {
            return Optional.empty();
        }
        String hash = Tokens.sha256(token);
        String next = token(id, key.mac(token));
        if (hash.equals(kept.token())) {
            exchange(id, hash, Tokens.sha256(next), now);
            return Optional.of(new Exchanged(kept.account(), next, generation(kept.account())));
        }
        if (hash.equals(kept.previous()) && now.isBefore(kept.exchangedAt().plus(config.refreshGrace()))) {
            return Optional.of(new Exchanged(kept.account(), next, generation(kept.account())));
        }
        LOG.warnf("A refresh token of account %s was used again: that sign-in is ended", kept.account());
        delete(id);
        return Optional.empty();
    }

    private void exchange(UUID id, String before, String after, Instant now) {
        session.createNativeMutationQuery("update session set previous_hash = :before, token_hash = :after,"
                        + " exchanged_at = :now, expires_at = least(:end, ends_at) where center = :center and id = :id")
                .setParameter("before", before)
                .setParameter("after", after)
                .setParameter("now", now)
                .setParameter("end", now.plus(config.refreshToken()))
                .setParameter("center", Ids.centerOf(id))
                .setParameter("id", id)
                .executeUpdate();
    }

    private Optional<Kept> find(UUID id) {
        return session.createNativeQuery(
                        "select account, token_hash, previous_hash, exchanged_at, expires_at from session"
                                + " where center = :center and id = :id for update",
                        Object[].class)
                .setParameter("center", Ids.centerOf(id))
                .setParameter("id", id)
                .setTupleTransformer((row, names) ->
                        new Kept((UUID) row[0], (String) row[1], (String) row[2], (Instant) row[3], (Instant) row[4]))
                .uniqueResultOptional();
    }

    private boolean isOf(UUID id, String token) {
        String hash = Tokens.sha256(token);
        return find(id).filter(kept -> hash.equals(kept.token()) || hash.equals(kept.previous()))
                .isPresent();
    }

    private void delete(UUID id) {
        session.createNativeMutationQuery("delete from session where center = :center and id = :id")
                .setParameter("center", Ids.centerOf(id))
                .setParameter("id", id)
                .executeUpdate();
    }

    private static String token(UUID id, String secret) {
        return id + "." + secret;
    }

    private static Optional<UUID> idIn(String token) {
        try {
            return token.length() == LENGTH ? Optional.of(UUID.fromString(token.substring(0, 36))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

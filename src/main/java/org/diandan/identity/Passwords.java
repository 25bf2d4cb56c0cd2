package org.diandan.identity;

import static org.diandan.identity.IdentityProblem.SIGN_IN_BUSY;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Passwords, kept as Argon2id hashes (RFC 9106) with the first of the parameters that the OWASP Password Storage Cheat
 * Sheet recommends: 19 MiB, two passes, one lane.
 *
 * <p>Each computation takes its 19 MiB, so only as many run at once as there are processors.
 */
@ApplicationScoped
class Passwords {

    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private static final int SECONDS_OF_PATIENCE = 3;

    private final Session session;
    private final Clock clock;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    Passwords(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Sets or replaces an account's password; joins the caller's transaction. */
    void set(UUID account, String password) {
        session.createNativeMutationQuery("insert into password (center, account, hash, changed_at)"
                        + " values (:center, :account, :hash, :now)"
                        + " on conflict (center, account) do update set hash = :hash, changed_at = :now")
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .setParameter("hash", hash(password))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** The hash of an account's password, if it has one. */
    @Transactional
    Optional<String> hashOf(UUID account) {
        return session.createNativeQuery(
                        "select hash from password where center = :center and account = :account", String.class)
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }

    /** Tells whether the password belongs to the hash; with no hash it takes as long and says no. */
    boolean matches(String password, @Nullable String hash) {
        if (hash == null) {
            hash(password);
            return false;
        }
        enter();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            places.release();
        }
    }

    private String hash(String password) {
        enter();
        try {
            return Password.hash(password)
                    .addRandomSalt(SALT_BYTES)
                    .with(ARGON2)
                    .getResult();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(SECONDS_OF_PATIENCE, TimeUnit.SECONDS)) {
                throw SIGN_IN_BUSY.because().retryAfter(SECONDS_OF_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SIGN_IN_BUSY.because().retryAfter(SECONDS_OF_PATIENCE);
        }
    }
}

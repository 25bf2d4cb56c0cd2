package org.diandan.identity;

import static org.diandan.identity.IdentityProblem.SECOND_FACTOR_ON;
import static org.diandan.identity.IdentityProblem.SECOND_FACTOR_WRONG;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.recovery.RecoveryCodeGenerator;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/**
 * Codes of six digits from an app (RFC 6238: SHA-1, 30 seconds), one step early or late, none twice; and ten codes to be
 * kept on paper, each good once.
 */
@ApplicationScoped
@Transactional
class SecondFactor {

    private static final String ISSUER = "Diandan 点单";
    private static final int STEP_SECONDS = 30;
    private static final int RECOVERY_CODES = 10;
    private static final String KEY = " where center = :center and account = :account";

    private final Session session;
    private final Keys keys;
    private final Sessions sessions;
    private final Event<GrantsChanged> changes;
    private final Clock clock;
    private final DefaultCodeGenerator codes = new DefaultCodeGenerator();

    SecondFactor(Session session, Keys keys, Sessions sessions, Event<GrantsChanged> changes, Clock clock) {
        this.session = session;
        this.keys = keys;
        this.sessions = sessions;
        this.changes = changes;
        this.clock = clock;
    }

    boolean isOn(UUID account) {
        return session.createNativeQuery(
                        "select account from second_factor" + KEY + " and confirmed_at is not null", UUID.class)
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .uniqueResultOptional()
                .isPresent();
    }

    /**
     * Makes a secret for the app; nothing is asked for until it is confirmed, and before that it may be made anew.
     *
     * @param label what the app shows, so that people tell their accounts apart
     */
    NewSecondFactor enrol(UUID account, String label) {
        String secret = new DefaultSecretGenerator().generate();
        int made = keyed(
                        "insert into second_factor (center, account, secret, last_step, recovery_hashes)"
                                + " values (:center, :account, :secret, 0, '{}')"
                                + " on conflict (center, account) do update set secret = :secret"
                                + " where second_factor.confirmed_at is null",
                        account)
                .setParameter("secret", keys.seal(SealedColumn.SECOND_FACTOR_SECRET, secret))
                .executeUpdate();
        if (made == 0) {
            throw SECOND_FACTOR_ON.because();
        }
        String uri = new QrData.Builder()
                .issuer(ISSUER)
                .label(label)
                .secret(secret)
                .build()
                .getUri();
        return new NewSecondFactor(secret, uri);
    }

    /**
     * Asks for it from now on, since the app shows what it should; gives the codes for the day that the phone is lost. All
     * sign-ins end: whoever made them has not shown it.
     */
    RecoveryCodes confirm(UUID account, String code) {
        if (isOn(account)) {
            // Before the code is looked at: nobody tries codes here, where they are not counted.
            throw SECOND_FACTOR_ON.because();
        }
        String[] recovery = new RecoveryCodeGenerator().generateCodes(RECOVERY_CODES);
        String[] hashes = Arrays.stream(recovery).map(SecondFactor::hash).toArray(String[]::new);
        long step = step(account, code).orElseThrow(SECOND_FACTOR_WRONG::because);
        int confirmed = keyed(
                        "update second_factor set confirmed_at = :now, last_step = :step, recovery_hashes = :hashes"
                                + KEY + " and confirmed_at is null",
                        account)
                .setParameter("now", clock.instant())
                .setParameter("step", step)
                .setParameter("hashes", hashes)
                .executeUpdate();
        if (confirmed == 0) {
            throw SECOND_FACTOR_ON.because();
        }
        sessions.endAll(account);
        return new RecoveryCodes(List.of(recovery));
    }

    /** Asks for nothing any more. Who calls has checked that it may be so. */
    void remove(UUID account) {
        keyed("delete from second_factor" + KEY, account).executeUpdate();
        changes.fire(new GrantsChanged(account));
    }

    /** Uses a code up; of two who try the same at once one is refused. */
    boolean spend(UUID account, String code) {
        OptionalLong step = step(account, code);
        if (step.isPresent()) {
            return keyed("update second_factor set last_step = :step" + KEY + " and last_step < :step", account)
                            .setParameter("step", step.getAsLong())
                            .executeUpdate()
                    == 1;
        }
        return keyed(
                                "update second_factor set recovery_hashes = array_remove(recovery_hashes, cast(:hash as varchar))"
                                        + KEY + " and :hash = any(recovery_hashes)",
                                account)
                        .setParameter("hash", hash(code))
                        .executeUpdate()
                == 1;
    }

    /** The time step whose code this is: the one of now, or one beside it, because clocks differ. */
    private OptionalLong step(UUID account, String code) {
        String secret = secret(account).orElse(null);
        if (secret == null) {
            return OptionalLong.empty();
        }
        long now = clock.instant().getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(now - 1, now + 1)
                .filter(step -> MessageDigest.isEqual(bytes(code), bytes(code(secret, step))))
                .findFirst();
    }

    private String code(String secret, long step) {
        try {
            return codes.generate(secret, step);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException("A secret of ours makes codes", e);
        }
    }

    private Optional<String> secret(UUID account) {
        return session.createNativeQuery("select secret from second_factor" + KEY, byte[].class)
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account)
                .uniqueResultOptional()
                .map(bytes -> keys.open(SealedColumn.SECOND_FACTOR_SECRET, bytes));
    }

    private MutationQuery keyed(String sql, UUID account) {
        return session.createNativeMutationQuery(sql)
                .setParameter("center", Ids.centerOf(account))
                .setParameter("account", account);
    }

    /** Recovery codes are long and random, so that a plain hash cannot be tried out. */
    private static String hash(String code) {
        return Tokens.sha256(code.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

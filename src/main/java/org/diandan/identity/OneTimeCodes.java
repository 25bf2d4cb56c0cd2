package org.diandan.identity;

import static org.diandan.identity.IdentityProblem.CODE_WRONG;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.diandan.gateways.SmsGateway;
import org.diandan.shared.Texts;
import org.hibernate.Session;

/**
 * Codes of six digits, sent to a phone and good once, for five minutes and five tries. All that is done is the same
 * whether somebody signs in with the phone or not.
 */
@ApplicationScoped
class OneTimeCodes {

    private static final int CODES = 1_000_000;
    private static final int TRIES = 5;
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int CLEARED_AT_ONCE = 20;

    private final Session session;
    private final SigningKey key;
    private final SmsGateway sms;
    private final RandomGenerator random;
    private final Clock clock;

    OneTimeCodes(Session session, SigningKey key, SmsGateway sms, RandomGenerator random, Clock clock) {
        this.session = session;
        this.key = key;
        this.sms = sms;
        this.random = random;
        this.clock = clock;
    }

    /** Sends a code, which takes the place of the one before. */
    void send(String phone, Locale language) {
        String code = "%06d".formatted(random.nextInt(CODES));
        QuarkusTransaction.requiringNew().run(() -> keep(phone, code));
        sms.send(phone, Texts.of(OneTimeCodes.class, "sms.code", language, code));
    }

    /**
     * Tries a code; a wrong try counts even though it is refused.
     *
     * @throws org.diandan.shared.Refused if it is not the one that was sent last, or too old, or tried too often
     */
    void check(String phone, String code) {
        String hash = QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "update one_time_code set tries = tries + 1"
                                + " where phone = :phone and tries < :most and expires_at > :now returning hash",
                        String.class)
                .setParameter("phone", key.mac(phone))
                .setParameter("most", TRIES)
                .setParameter("now", clock.instant())
                .uniqueResultOptional()
                .orElse(""));
        if (!MessageDigest.isEqual(bytes(hash), bytes(hash(phone, code)))) {
            throw CODE_WRONG.because();
        }
    }

    /** Uses a code that was checked up, in the caller's transaction; of two who try at once one is refused. */
    void spend(String phone, String code) {
        int spent = session.createNativeMutationQuery("delete from one_time_code where phone = :phone and hash = :hash")
                .setParameter("phone", key.mac(phone))
                .setParameter("hash", hash(phone, code))
                .executeUpdate();
        if (spent == 0) {
            throw CODE_WRONG.because();
        }
    }

    private void keep(String phone, String code) {
        Instant now = clock.instant();
        session.createNativeMutationQuery("insert into one_time_code (phone, hash, tries, expires_at)"
                        + " values (:phone, :hash, 0, :end)"
                        + " on conflict (phone) do update set hash = :hash, tries = 0, expires_at = :end")
                .setParameter("phone", key.mac(phone))
                .setParameter("hash", hash(phone, code))
                .setParameter("end", now.plus(GOOD_FOR))
                .executeUpdate();
        session.createNativeMutationQuery("delete from one_time_code where phone in"
                        + " (select phone from one_time_code where expires_at < :now limit :some"
                        + " for update skip locked)")
                .setParameter("now", now)
                .setParameter("some", CLEARED_AT_ONCE)
                .executeUpdate();
    }

    private String hash(String phone, String code) {
        return key.mac(phone + " " + code);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.diandan.identity;

import static org.diandan.identity.IdentityProblem.CODE_WRONG;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.diandan.gateways.SmsGateway;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.outbox.Outbox;
import org.diandan.outbox.OutboxEvent;
import org.diandan.outbox.Subscriber;
import org.diandan.shared.Ids;
import org.diandan.shared.Texts;
import org.hibernate.Session;

/**
 * Codes of six digits, sent to a phone and good once, for five minutes and five tries. All that is done is the same
 * whether somebody signs in with the phone or not.
 */
@ApplicationScoped
class OneTimeCodes implements Subscriber {

    private static final String ASKED = "identity.code-asked";
    private static final String TO = "to";
    private static final String LANGUAGE = "language";
    private static final int CODES = 1_000_000;
    private static final int TRIES = 5;
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int CLEARED_AT_ONCE = 20;

    private final Session session;
    private final SigningKey key;
    private final Keys keys;
    private final Outbox outbox;
    private final Ids ids;
    private final SmsGateway sms;
    private final RandomGenerator random;
    private final Clock clock;

    OneTimeCodes(
            Session session,
            SigningKey key,
            Keys keys,
            Outbox outbox,
            Ids ids,
            SmsGateway sms,
            RandomGenerator random,
            Clock clock) {
        this.session = session;
        this.key = key;
        this.keys = keys;
        this.outbox = outbox;
        this.ids = ids;
        this.sms = sms;
        this.random = random;
        this.clock = clock;
    }

    /** Has a code sent; nobody waits for the provider, so that the answer takes as long for every phone. */
    void ask(String phone, Locale language) {
        Map<String, String> data =
                Map.of(TO, keys.sealText(SealedColumn.MESSAGE, phone), LANGUAGE, language.toLanguageTag());
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.write(Ids.INSTALLATION, ASKED, ids.of(Ids.INSTALLATION), data));
    }

    @Override
    public String name() {
        return "one-time-codes";
    }

    @Override
    public boolean wants(String type) {
        return type.equals(ASKED);
    }

    /**
     * Sends a code, which takes the place of the one before. The code is made here and nowhere kept in the clear: a second
     * try sends another one.
     */
    @Override
    @Transactional
    public void receive(OutboxEvent event) {
        if (!clock.instant().isBefore(event.at().plus(GOOD_FOR))) {
            return;
        }
        String phone = keys.openText(SealedColumn.MESSAGE, event.data().path(TO).asText());
        Locale language = Locale.forLanguageTag(event.data().path(LANGUAGE).asText());
        String code = "%06d".formatted(random.nextInt(CODES));
        keep(phone, code);
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

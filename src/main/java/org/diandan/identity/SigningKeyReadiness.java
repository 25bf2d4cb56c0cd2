package org.diandan.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Locale;
import org.diandan.shared.Hindrance;
import org.diandan.shared.Ids;
import org.diandan.shared.Texts;
import org.diandan.startup.DatabaseReady;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ready when this instance signs with the key that all have: the first that started here registered its own.
 */
@Readiness
@ApplicationScoped
class SigningKeyReadiness implements HealthCheck, Hindrance {

    private static final Logger LOG = Logger.getLogger(SigningKeyReadiness.class);
    private static final String NAME = "signing key";

    private final Session session;
    private final SigningKey key;
    private final IdentityConfig config;
    private final Clock clock;
    private volatile @Nullable String complaint = "";

    SigningKeyReadiness(Session session, SigningKey key, IdentityConfig config, Clock clock) {
        this.session = session;
        this.key = key;
        this.config = config;
        this.clock = clock;
    }

    void compare(@Observes DatabaseReady news) {
        QuarkusTransaction.requiringNew().run(() -> {
            boolean signs = key.fingerprint().equals(register(config.replaceSigningKey()));
            complaint = signs ? null : advice("signing-key.another");
        });
        if (complaint != null) {
            LOG.error(complaint);
        }
    }

    @Override
    public boolean hinders() {
        return complaint != null;
    }

    @Override
    public HealthCheckResponse call() {
        String why = complaint;
        return why == null
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME).down().withData("reason", why).build();
    }

    /** Registers this instance's key where there is none, or in place of the other; answers the one that holds. */
    String register(boolean replace) {
        return session.createNativeQuery(
                        "insert into signing_key as k (center, fingerprint, registered_at) values (:center, :own, :now)"
                                + " on conflict (center) do update set"
                                + " fingerprint = case when :replace then :own else k.fingerprint end"
                                + " returning fingerprint",
                        String.class)
                .setParameter("center", Ids.INSTALLATION)
                .setParameter("own", key.fingerprint())
                .setParameter("now", clock.instant())
                .setParameter("replace", replace)
                .getSingleResult();
    }

    private static String advice(String key) {
        return Texts.of(SigningKeyReadiness.class, key, Locale.getDefault());
    }
}

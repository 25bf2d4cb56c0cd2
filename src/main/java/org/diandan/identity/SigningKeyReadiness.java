package org.diandan.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Locale;
import org.diandan.shared.Ids;
import org.diandan.shared.Texts;
import org.diandan.startup.DatabaseReady;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Ready when this instance signs with the key that all sign with: the first that started here registered its own. */
@Readiness
@ApplicationScoped
class SigningKeyReadiness implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(SigningKeyReadiness.class);
    private static final String NAME = "signing key";

    private final Session session;
    private final SigningKey key;
    private final IdentityConfig config;
    private final Clock clock;
    private volatile boolean registered;

    SigningKeyReadiness(Session session, SigningKey key, IdentityConfig config, Clock clock) {
        this.session = session;
        this.key = key;
        this.config = config;
        this.clock = clock;
    }

    void compare(@Observes DatabaseReady news) {
        registered = QuarkusTransaction.requiringNew()
                .call(() -> key.fingerprint().equals(register(config.replaceSigningKey())));
        if (!registered) {
            LOG.error(advice());
        }
    }

    @Override
    public HealthCheckResponse call() {
        return registered
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", advice())
                        .build();
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

    private static String advice() {
        return Texts.of(SigningKeyReadiness.class, "signing-key.another", Locale.getDefault());
    }
}

package org.diandan.demo;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import org.diandan.startup.DatabaseReady;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * In the profile {@code demo}, and in no other: plants the village once and says who can sign in. A profile that was only
 * built in does not count, since its passwords are known to everybody: whoever starts the program asks for the demo.
 */
@ApplicationScoped
class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class);
    private static final String PROFILE = "demo";
    private static final long MILLIS_BETWEEN_LOOKS = 20;

    private final Village village;
    private final HttpServer server;

    DemoStart(Village village, HttpServer server) {
        this.village = village;
        this.server = server;
    }

    void start(@Observes DatabaseReady news) {
        if (ConfigUtils.isProfileActive(PROFILE)
                && isAskedFor(System.getProperty("quarkus.profile"), System.getenv("QUARKUS_PROFILE"))) {
            new Thread(this::plant, "demo").start();
        }
    }

    /**
     * Tells whether the demo is among the profiles with which the program was started.
     *
     * @param property of the system, which goes before the environment's variable; each a list with commas, or absent
     */
    static boolean isAskedFor(@Nullable String property, @Nullable String variable) {
        String profiles = property == null ? variable : property;
        return profiles != null && List.of(profiles.split(",")).contains(PROFILE);
    }

    private void plant() {
        try {
            // The server tells its address only when all has started, a moment after it listens.
            while (!Application.currentApplication().isStarted()) {
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
            URI address = server.getLocalBaseUri();
            if (!village.isPlanted()) {
                village.plant(address.resolve("/api/v1"));
            }
            tell(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The demo could not be planted; delete the data folder and start again", e);
        }
    }

    private void tell(URI address) {
        StringBuilder text = new StringBuilder(1000);
        text.append("The demo is ready at ")
                .append(address.resolve("/api/v1"))
                .append("\nWho can sign in (POST /auth/token), all with the password ")
                .append(Village.PASSWORD)
                .append(':');
        village.logins()
                .forEach((login, name) ->
                        text.append("\n  ").append(login).append("  ").append(name));
        LOG.info(text);
    }
}

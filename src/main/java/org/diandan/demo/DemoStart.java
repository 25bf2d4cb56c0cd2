package org.diandan.demo;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.diandan.startup.DatabaseReady;
import org.jboss.logging.Logger;

/** In the profile {@code demo}, and in no other: plants the village once and says who can sign in. */
@ApplicationScoped
class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class);
    private static final String PROFILE = "demo";

    private final Village village;
    private final HttpServer server;
    private final CountDownLatch listening = new CountDownLatch(1);

    DemoStart(Village village, HttpServer server) {
        this.village = village;
        this.server = server;
    }

    void listening(@ObservesAsync HttpServerStart news) {
        listening.countDown();
    }

    void start(@Observes DatabaseReady news) {
        if (ConfigUtils.isProfileActive(PROFILE)) {
            new Thread(this::plant, "demo").start();
        }
    }

    private void plant() {
        try {
            listening.await();
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

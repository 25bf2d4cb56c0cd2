package org.diandan.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Rings at every instance when something was kept, by {@code LISTEN} and {@code NOTIFY} on one connection of its own.
 *
 * <p>Not in the transaction that keeps it: PostgreSQL lets only one transaction that notifies commit at a time. It is rung
 * after the commit, once for all that came meanwhile; who dies between the two has not rung, and nothing is lost.
 */
@ApplicationScoped
class Bell implements Runnable {

    private static final Logger LOG = Logger.getLogger(Bell.class);
    private static final String CHANNEL = "diandan_news";
    private static final int WAIT_MILLIS = 100;
    /** Rung once more a moment later, for what was still behind somebody's longer transaction. */
    private static final int TIMES = 1;

    private static final long AGAIN_MILLIS = 1000;

    private final OutboxConfig config;
    private final String url;
    private final Properties login = new Properties();
    private final Event<Rang> rang;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final Thread thread = new Thread(this, "bell");
    private volatile boolean stopping;

    Bell(
            OutboxConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            Event<Rang> rang) {
        this.config = config;
        this.url = url;
        this.rang = rang;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("loginTimeout", "2");
        login.setProperty("connectTimeout", "2");
        login.setProperty("socketTimeout", "4");
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("ApplicationName", "diandan-bell");
    }

    /** Something was kept by this instance. */
    void ring() {
        rung.set(true);
    }

    void start(@Observes StartupEvent event) {
        if (config.bell()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.interrupt();
    }

    @Override
    public void run() {
        while (!stopping) {
            try (Connection connection = DriverManager.getConnection(url, login)) {
                listen(connection);
            } catch (SQLException away) {
                LOG.debugf("The bell is silent until the database answers: %s", away.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection heard = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            int times = 0;
            while (!stopping) {
                if (rung.getAndSet(false)) {
                    statement.execute("notify " + CHANNEL);
                }
                PGNotification[] notifications = heard.getNotifications(WAIT_MILLIS);
                times = notifications != null && notifications.length > 0 ? TIMES : times - 1;
                if (times >= 0) {
                    rang.fire(new Rang());
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

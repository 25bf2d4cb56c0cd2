package org.diandan.sites;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import org.diandan.shared.Recent;
import org.hibernate.Session;

/**
 * When each Center is open, so that time limits count the hours in which somebody can act. A Center that says nothing has
 * the installation's hours, public holidays and make-up working days; a day that it names itself comes before those.
 */
@ApplicationScoped
public class ServiceCalendar {

    private final Session database;
    private final Sites sites;
    private final Recent<String, OpeningTimes> centers;

    ServiceCalendar(Session database, Sites sites, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.sites = sites;
        this.centers = new Recent<>(transactions, this::load);
    }

    /** When the amount has passed in this Center; on the service clock only while it is open. */
    public Instant add(String center, Instant from, TimeAmount amount) {
        return of(center).add(from, amount);
    }

    /** How much service time lies between; zero if {@code to} is not after {@code from}. */
    public Duration between(String center, Instant from, Instant to) {
        return of(center).between(from, to);
    }

    /** The opening times of a Center. */
    public OpeningTimes of(String center) {
        return centers.get(center);
    }

    /** Reads the center's days anew, now and after this transaction. */
    void forget(String center) {
        centers.forget(center);
    }

    /** Reads all calendars anew, now and after this transaction: those of the Centers build on the installation's. */
    void forgetAll() {
        centers.forgetAll();
    }

    private OpeningTimes load(String center) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> new CalendarRows(database).times(center, sites.zone(center)));
    }
}

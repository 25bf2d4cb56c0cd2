package org.diandan.shared;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The second wall: PostgreSQL shows a transaction the rows of the Centers that it works for and no others, whatever the
 * first wall, the rules in Java, lets through. Those are the caller's: of the account's home, of what it was granted, and
 * where it is a guest. What works without a caller says where it works; without that it sees nothing.
 *
 * <p>The setting {@value #SETTING} is made when a transaction first takes a connection, on which everything it does
 * goes, and ends with it. {@link #first} lets it travel with another statement instead.
 */
@ApplicationScoped
public class Wall implements AgroalPoolInterceptor {

    /** What the policies of the tables read. */
    public static final String SETTING = "app.centers";

    /** All Centers. */
    public static final String EVERYWHERE = "*";

    /** The Centers that are given and those where the account is a guest, in one way to the database and back. */
    private static final String SET = """
            select set_config('app.centers', concat_ws(',', nullif(?, ''),
                (select string_agg(host, ',') from guest where center = ? and person = ?)), true)""";

    private static final String ADD = """
            select set_config('app.centers', case current_setting('app.centers', true) when '*' then '*'
                else concat_ws(',', nullif(current_setting('app.centers', true), ''), ?) end, true)""";

    /** Who is a guest already is no row that a policy would look at: their home too may come upon them. */
    private static final String WELCOME = """
            insert into guest (center, person, host) select asked.* from (values (?, ?, ?)) asked (center, person, host)
             where not exists (select from guest known where known.center = asked.center
                 and known.person = asked.person and known.host = asked.host)
            on conflict do nothing""";

    /** How many places {@link #before} has in front of the statement's own. */
    public static final int PLACES = 3;

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int CENTER_DIGITS = 6;

    /** Where the present thread works without a caller; codes with commas. */
    private final ThreadLocal<@Nullable String> work = new ThreadLocal<>();

    private final DataSource database;
    private final Caller caller;
    private final TransactionSynchronizationRegistry transactions;

    Wall(DataSource database, Caller caller, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.caller = caller;
        this.transactions = transactions;
    }

    /** What one transaction may see. */
    private static final class Sight {
        private final Set<String> centers = new TreeSet<>();
        private UUID account = NOBODY;
        private boolean isSet;

        private String text() {
            return centers.contains(EVERYWHERE) ? EVERYWHERE : String.join(",", centers);
        }
    }

    /** Does some work without a caller on one Center; every transaction that begins in it sees that one alone. */
    public <T> T in(Opening why, String center, Supplier<T> task) {
        @Nullable String before = work.get();
        work.set(center);
        try {
            return task.get();
        } finally {
            work.set(before);
        }
    }

    /** Whether the present thread has said where it works. */
    boolean isWorking() {
        return work.get() != null;
    }

    /** Does some work that cannot know beforehand which Centers it concerns; every transaction that begins in it sees all. */
    public <T> T everywhere(Opening why, Supplier<T> task) {
        return in(why, EVERYWHERE, task);
    }

    /** Lets the present transaction see one more Center, to which the caller turns with what is there for everybody. */
    public void open(Opening why, String center) {
        Sight sight = sight();
        if (sight.centers.add(center) && sight.isSet) {
            try (Connection connection = database.getConnection();
                    PreparedStatement add = connection.prepareStatement(ADD)) {
                add.setString(1, center);
                add.execute();
            } catch (SQLException refused) {
                throw new PersistenceException(refused);
            }
        }
    }

    /**
     * Remembers that somebody has something in a Center that is not their home: from now on they see it when they call, and
     * it sees them. Whoever welcomes somebody works for that Center.
     *
     * @param person an account, or a resident
     */
    public void welcome(UUID person, String host) {
        String home = Ids.centerOf(person);
        if (home.equals(host)) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(WELCOME)) {
            insert.setString(1, home);
            insert.setObject(2, person);
            insert.setString(3, host);
            insert.execute();
        } catch (SQLException refused) {
            throw new PersistenceException(refused);
        }
    }

    /** A statement that sets what may be seen, in front of another one: {@link #bind} fills its three places. */
    public static String before(String statement) {
        return SET + ";" + statement;
    }

    /** Fills the places of {@link #before} for some Centers, on a connection without a transaction. */
    public static void bind(PreparedStatement statement, Opening why, String... centers) throws SQLException {
        bind(statement, String.join(",", new TreeSet<>(List.of(centers))), NOBODY);
    }

    /** Fills the places of {@link #before} for the present transaction, which must not have asked anything yet. */
    public void bind(PreparedStatement statement) throws SQLException {
        Sight sight = sight();
        bind(statement, sight.text(), sight.account);
    }

    private static void bind(PreparedStatement statement, String centers, UUID account) throws SQLException {
        statement.setString(1, centers);
        statement.setString(2, Ids.centerOf(account));
        statement.setObject(3, account);
    }

    /**
     * Promises that the first statement of the present transaction has {@link #before} in front of it.
     *
     * @return whether it must; no where the transaction has begun to ask
     */
    public boolean first() {
        Sight sight = sight();
        boolean first = !sight.isSet;
        sight.isSet = true;
        return first;
    }

    /** Called by the pool once for each transaction, when it is a part of it already; else without a transaction. */
    @Override
    public void onConnectionAcquire(Connection connection) {
        if (transactions.getTransactionKey() != null && first()) {
            try (PreparedStatement set = connection.prepareStatement(SET)) {
                bind(set);
                set.execute();
            } catch (SQLException refused) {
                throw new PersistenceException(refused);
            }
        }
    }

    private Sight sight() {
        Sight known = (Sight) transactions.getResource(Wall.class);
        if (known != null) {
            return known;
        }
        var sight = new Sight();
        @Nullable String working = work.get();
        if (working != null) {
            sight.centers.add(working);
        } else if (Arc.container().requestContext().isActive()) {
            addCaller(sight, caller.scope());
        }
        transactions.putResource(Wall.class, sight);
        return sight;
    }

    private static void addCaller(Sight sight, Scope scope) {
        if (scope.holds(Role.ADMIN)) {
            sight.centers.add(EVERYWHERE);
            return;
        }
        @Nullable UUID account = scope.account();
        if (account != null) {
            sight.account = account;
        }
        sight.centers.addAll(scope.centers());
        for (Area area : scope.areas(Role.values())) {
            if (area.code().length() < CENTER_DIGITS) {
                // What concerns a whole installation is theirs to see too, who look after several counties.
                sight.centers.add(area.code());
                sight.centers.add(Ids.INSTALLATION);
            }
        }
    }
}

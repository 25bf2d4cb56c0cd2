package org.diandan.orders;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.diandan.shared.Opening;
import org.diandan.shared.Wall;
import org.diandan.sites.Sites;

/**
 * Numbers for people, {@code 210321-2611-00042}: Center, month, running number. They are taken from the database in
 * blocks, so that placing an order waits for no counter; a block that an instance did not use up leaves a gap. A block is
 * taken on a connection of its own: it stays taken when the order is rolled back, and those who hold all others of the
 * pool may be waiting for it.
 */
@ApplicationScoped
class OrderNumbers {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM", Locale.ROOT);

    private static final String TAKE = """
            insert into order_number (center, month, next) values (?, ?, 1 + ?)
            on conflict (center, month) do update set next = order_number.next + ?
            returning next""";

    private final AgroalDataSource database;
    private final OrdersConfig config;
    private final Sites sites;
    private final Clock clock;
    private final ConcurrentHashMap<String, Block> blocks = new ConcurrentHashMap<>();

    OrderNumbers(@DataSource("apart") AgroalDataSource database, OrdersConfig config, Sites sites, Clock clock) {
        this.database = database;
        this.config = config;
        this.sites = sites;
        this.clock = clock;
    }

    /** A block of numbers of one month: the next to give out, and the first that is not ours. */
    private record Block(String month, int next, int end) {

        boolean has(String thisMonth) {
            return month.equals(thisMonth) && next < end;
        }

        Block rest() {
            return new Block(month, next + 1, end);
        }
    }

    /** The next number of a Center, in the month that it is there. */
    String next(String center) {
        String month = LocalDate.ofInstant(clock.instant(), sites.zone(center)).format(MONTH);
        int[] number = new int[1];
        blocks.compute(center, (key, held) -> {
            Block block = held != null && held.has(month) ? held : take(center, month);
            number[0] = block.next();
            return block.rest();
        });
        return "%s-%s-%05d".formatted(center, month, number[0]);
    }

    private Block take(String center, String month) {
        int size = config.numberBlock();
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(Wall.before(TAKE))) {
            Wall.bind(take, Opening.NUMBERS, center);
            take.setString(4, center);
            take.setString(5, month);
            take.setInt(6, size);
            take.setInt(7, size);
            take.execute();
            take.getMoreResults();
            try (ResultSet taken = take.getResultSet()) {
                taken.next();
                int end = taken.getInt("next");
                return new Block(month, end - size, end);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}

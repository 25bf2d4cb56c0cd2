package org.diandan.orders;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.diandan.sites.Sites;

/**
 * Numbers for people, {@code 210321-2611-00042}: Center, month, running number. They are taken from the database in
 * blocks, so that placing an order waits for no counter; a block that an instance did not use up leaves a gap.
 */
@ApplicationScoped
class OrderNumbers {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM", Locale.ROOT);

    private final EntityManager database;
    private final OrdersConfig config;
    private final Sites sites;
    private final Clock clock;
    private final ConcurrentHashMap<String, Block> blocks = new ConcurrentHashMap<>();

    OrderNumbers(EntityManager database, OrdersConfig config, Sites sites, Clock clock) {
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
        int end = QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery("""
                                insert into order_number (center, month, next) values (:center, :month, 1 + :size)
                                on conflict (center, month) do update set next = order_number.next + :size
                                returning next
                                """)
                        .setParameter("center", center)
                        .setParameter("month", month)
                        .setParameter("size", size)
                        .getSingleResult())
                .intValue());
        return new Block(month, end - size, end);
    }
}

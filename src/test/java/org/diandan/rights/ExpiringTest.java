package org.diandan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diandan.identity.People;
import org.diandan.identity.Person;
import org.diandan.keys.SealedColumn;
import org.diandan.rights.Planting.Planted;
import org.diandan.timers.TestTime;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has been kept long enough goes by itself. */
@QuarkusTest
class ExpiringTest {

    @Inject
    Expiring expiring;

    @Inject
    Belongings belongings;

    @Inject
    Planting planting;

    @Inject
    People people;

    @Inject
    TestTime time;

    @Inject
    Session session;

    private Planted planted;

    /** All that is planted in the tables is six years old. */
    @BeforeEach
    void somebodyOfWhomEverythingIsKnown() {
        time.reset();
        Person other = people.named("旁人不见经传", Planting.CENTER);
        planted = planting.plant("期" + People.phone().substring(5), other);
        set(
                "certificate set state = 'REFUSED', refusal = 'OTHER', reason = 'x', decided_at = '2020-11-02', decided_by = '"
                        + other.account() + "' where volunteer_id = '"
                        + planted.person().account() + "'");
    }

    @Test
    void whatIsDueIsGoneAndTheRestIsThere() {
        Map<String, Boolean> before = found();
        assertThat(before).doesNotContainValue(false);

        assertThat(expiring.expire()).isPositive();

        Map<String, Boolean> after = found();
        var wrong = new TreeSet<String>();
        after.forEach((column, stands) -> {
            if (stands == belongings.expiries().stream().anyMatch(expiry -> expiry.takes(column))) {
                wrong.add(column);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(after).containsEntry("orders.words", false).containsEntry("resident.name", true);
        assertThat(expiring.expire()).as("nothing is due twice").isZero();
    }

    @Test
    void nothingGoesADayBeforeItsTime() {
        Instant ended = time.now().minus(Duration.ofDays(1094));
        set("orders set ended_at = '" + ended + "' where id = '" + planted.order() + "'");
        expiring.expire();
        assertThat(found()).containsEntry("orders.words", true).containsEntry("order_entry.words", true);

        time.advance(Duration.ofDays(2));
        expiring.expire();
        assertThat(found()).containsEntry("orders.words", false).containsEntry("order_entry.words", false);
    }

    @Test
    void moreThanOnePortionGoesInOneNight() {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                        "insert into session (center, id, account, token_hash, exchanged_at, expires_at, ends_at)"
                                + " select :center, gen_random_uuid(), :account, n, '2020-01-01', '2020-01-01', '2020-01-01'"
                                + " from generate_series(1, :many) n")
                .setParameter("center", Planting.CENTER)
                .setParameter("account", planted.person().account())
                .setParameter("many", 2 * Expiring.AT_ONCE + 1)
                .executeUpdate());

        assertThat(expiring.expire()).isGreaterThan(2 * Expiring.AT_ONCE);
        assertThat(count("session where account = '" + planted.person().account() + "'"))
                .isZero();
    }

    /** A look costs what is due, however many rows there are that are not. */
    @Test
    void whatIsDueIsFoundByAnIndexOverCenterAndTime() {
        Set<String> without = new TreeSet<>();
        for (Expiry expiry : belongings.expiries()) {
            Matcher time = Pattern.compile("(\\w+) < :before").matcher(expiry.due());
            assertThat(time.find()).as(expiry.due()).isTrue();
            if (count("pg_index x join pg_class t on t.oid = x.indrelid"
                            + " join pg_attribute first on first.attrelid = t.oid and first.attnum = x.indkey[0]"
                            + " join pg_attribute second on second.attrelid = t.oid and second.attnum = x.indkey[1]"
                            + " where t.relname = '" + expiry.table() + "' and first.attname = 'center'"
                            + " and second.attname = '" + time.group(1) + "'")
                    == 0) {
                without.add(expiry.table());
            }
        }
        assertThat(without).isEmpty();
    }

    /** Whether what was planted stands in its own table still. */
    private Map<String, Boolean> found() {
        Map<String, Boolean> found = new TreeMap<>();
        planted.marks().forEach((column, mark) -> {
            String table = column.substring(0, column.indexOf('.'));
            String name = column.substring(table.length() + 1);
            if (mark.startsWith("期") && SealedColumn.of(table, name).isEmpty()) {
                found.put(
                        column,
                        count(table + " where strpos(cast(" + name + " as text), '" + mark + "') > 0"
                                        + (name.equals("bytes")
                                                ? " or bytes = convert_to('" + mark + "', 'UTF8')"
                                                : ""))
                                > 0);
            }
        });
        return found;
    }

    private long count(String what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) session.createNativeQuery("select count(*) from " + what)
                                .getSingleResult())
                        .longValue());
    }

    private void set(String what) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("update " + what).executeUpdate());
    }
}

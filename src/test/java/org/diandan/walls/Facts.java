package org.diandan.walls;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** What stands in the database about who has to do with what: facts for the oracle, read without the program. */
@ApplicationScoped
class Facts {

    private static final Set<String> ENDS = Set.of("CLOSED", "REJECTED", "UNFULFILLED", "CANCELLED", "MERGED");

    private final Session session;

    Facts(Session session) {
        this.session = session;
    }

    /** @param isOpen whether it has not ended, in whichever way */
    record OrderFacts(Oracle.Order order, boolean isOpen) {}

    Oracle.Person person(UUID account) {
        return new Oracle.Person(
                account,
                rows("select role, scope from account_grant where account = :id", account).stream()
                        .map(row -> new Oracle.Grant((String) row[0], (String) row[1]))
                        .toList());
    }

    OrderFacts order(UUID id) {
        Object[] row = rows("select site, team, placed_as, requester, state from orders where id = :id", id)
                .get(0);
        List<Oracle.Share> shares =
                rows("select kind, party from order_party where order_id = :id and until_at is null", id).stream()
                        .map(share -> new Oracle.Share((String) share[0], (UUID) share[1]))
                        .toList();
        UUID office = "CLERK".equals(row[2]) ? (UUID) row[3] : null;
        return new OrderFacts(
                new Oracle.Order((String) row[0], (UUID) row[1], office, shares), !ENDS.contains((String) row[4]));
    }

    String siteOfResident(UUID id) {
        return (String)
                rows("select site, account from resident where id = :id", id).get(0)[0];
    }

    UUID accountOfResident(UUID id) {
        return (UUID)
                rows("select site, account from resident where id = :id", id).get(0)[1];
    }

    List<UUID> proxiesOf(UUID resident) {
        return rows(
                        "select account, id from resident_proxy where resident = :id and account is not null and ended_at is null",
                        resident)
                .stream()
                .map(row -> (UUID) row[0])
                .toList();
    }

    String siteOfTask(UUID id) {
        return (String) rows("select site, role from task where id = :id", id).get(0)[0];
    }

    boolean isForClerks(UUID task) {
        return "CLERK"
                .equals(rows("select site, role from task where id = :id", task).get(0)[1]);
    }

    private List<Object[]> rows(String sql, UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(sql, Object[].class)
                .setParameter("id", id)
                .getResultList());
    }
}

package org.diandan.orders;

import static org.diandan.rights.PersonalTable.Tie.ANYWHERE;
import static org.diandan.rights.PersonalTable.Tie.SERVED;
import static org.diandan.rights.PersonalTable.handedOut;
import static org.diandan.rights.PersonalTable.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.rights.Expiry;
import org.diandan.rights.Individual;
import org.diandan.rights.Period;
import org.diandan.rights.PersonalRecords;
import org.diandan.rights.PersonalTable;
import org.diandan.shared.Ids;
import org.diandan.shared.Refused;
import org.hibernate.Session;

/** What is kept of those for whom something was ordered, and of those who had a part in it. */
@ApplicationScoped
class OrderRecords implements PersonalRecords {

    /** Rows of the orders that served the person. */
    private static final String OF_ORDER =
            "order_id in (select id from orders where center = :center and resident = :person)";

    private final Orders orders;
    private final Session session;

    OrderRecords(Orders orders, Session session) {
        this.orders = orders;
        this.session = session;
    }

    @Override
    public Optional<Refused> obstacle(Individual person) {
        return person.residents().stream()
                .flatMap(resident -> orders.openOf(Ids.centerOf(resident), resident).stream())
                .flatMap(open -> orders.find(open).stream())
                .findFirst()
                .map(open -> OrderProblem.STILL_OPEN.because(open.number()));
    }

    /** An order that was transferred serves the same person in another Center, under another record. */
    @Override
    public Individual meet(Individual person) {
        Set<UUID> residents = new HashSet<>();
        Set<String> centers = new HashSet<>();
        for (UUID resident : person.residents()) {
            for (UUID order : others(resident)) {
                session.createNativeQuery(
                                "select resident from orders where center = :center and id = :order", UUID.class)
                        .setParameter("center", Ids.centerOf(order))
                        .setParameter("order", order)
                        .getResultStream()
                        .forEach(residents::add);
                centers.add(Ids.centerOf(order));
            }
        }
        return person.and(residents, person.account() == null ? Set.of() : centers);
    }

    private List<UUID> others(UUID resident) {
        return session.createNativeQuery(
                        "select coalesce(transferred_to, transferred_from) from orders where center = :center"
                                + " and resident = :resident and coalesce(transferred_to, transferred_from) is not null",
                        UUID.class)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .getResultList();
    }

    /** The words of an order that is over; one that is reopened within the window is long before. */
    @Override
    public List<Expiry> expiries() {
        return List.of(
                Expiry.of(Period.ORDER_WORDS, "orders", "ended_at < :before and words <> ''")
                        .blanking("words", "''")
                        .blanking("answers", "'{}'")
                        .blanking("wished_sex", "null")
                        .blankingIn("order_entry", "order_id", "words", "null")
                        .blankingIn("preparation", "order_id", "visits", "'[]'")
                        .blankingIn("preparation", "order_id", "note", "null")
                        .blankingIn("rating", "order_id", "words", "null")
                        .blankingIn("rating", "order_id", "heard_from", "null"),
                Expiry.of(Period.PHOTOS, "order_photo", "at < :before"));
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                orders(),
                history(),
                // What the staff note among themselves speaks of others too and is for them.
                kept("order_entry", SERVED, OF_ORDER + " and action = '" + OrderHistory.NOTE + "'")
                        .blanking("words", "null"),
                handedOut("photos", "order_photo", SERVED, OF_ORDER)
                        .giving("order_id", "id", "format", "at")
                        .naming("taken_by")
                        .removing(),
                handedOut("preparations", "preparation", SERVED, OF_ORDER)
                        .by("order_id || ' ' || revision")
                        .giving("order_id", "visits", "note", "signed_off_at")
                        .naming("expert", "signed_off_by")
                        .blanking("visits", "'[]'")
                        .blanking("note", "null"),
                handedOut("ratings", "rating", SERVED, OF_ORDER)
                        .by("order_id || ' ' || round")
                        .giving("order_id", "score", "words", "heard_from", "rated_at", "changed_at")
                        .naming("rated_by")
                        .blanking("words", "null")
                        .blanking("heard_from", "null"),
                kept("task", SERVED, "subject in (select id from orders where center = :center and resident = :person)")
                        .blanking("note", "''")
                        .blanking("closing_note", "null"),
                handedOut("partsInOrders", "order_party", ANYWHERE, "party = :person")
                        .by("order_id || ' ' || kind || ' ' || from_at")
                        .giving("order_id", "kind", "from_at", "until_at")
                        .naming("party"));
    }

    private static PersonalTable orders() {
        return handedOut("orders", "orders", SERVED, "resident = :person")
                .giving(
                        "id",
                        "number",
                        "state",
                        "service",
                        "site",
                        "urgency",
                        "channel",
                        "words",
                        "answers",
                        "wished_from",
                        "wished_to",
                        "wished_sex",
                        "wished_two",
                        "result",
                        "created_at",
                        "ended_at")
                .naming("resident", "requester", "refused_by", "wished_helpers")
                .blanking("words", "''")
                .blanking("answers", "'{}'")
                .blanking("wished_sex", "null")
                .blanking("wished_helpers", "'{}'");
    }

    private static PersonalTable history() {
        return handedOut("history", "order_entry", SERVED, OF_ORDER + " and action <> '" + OrderHistory.NOTE + "'")
                .by("order_id || ' ' || id")
                .giving("order_id", "action", "from_state", "to_state", "part", "reason", "words", "at")
                .naming("actor", "for_whom")
                .blanking("words", "null");
    }
}

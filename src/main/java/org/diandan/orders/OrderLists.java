package org.diandan.orders;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Area;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;

/** The lists of orders: each a range of an index, read row by row without loading orders. */
@ApplicationScoped
@Transactional
class OrderLists {

    private static final String ROW = """
            select new org.diandan.orders.OrderRow(o.id, o.number, o.state, o.need.service, o.need.site,
              o.need.urgency, o.resident, o.dueAt, o.createdAt, o.changedAt,
            """;

    /** As literals: only then PostgreSQL knows which index serves. */
    private static final String OPEN =
            "o.state not in (" + OrderState.ENDS.stream().map(Enum::name).collect(joining(", ")) + ")";

    private static final int CENTER = 6;
    private static final int TOWNSHIP = 9;

    private final EntityManager database;
    private final OrderViews views;
    private final Cursors cursors;
    private final CurrentUser user;

    OrderLists(EntityManager database, OrderViews views, Cursors cursors, CurrentUser user) {
        this.database = database;
        this.views = views;
        this.cursors = cursors;
        this.user = user;
    }

    Page<OrderLine> list(OrderFilter filter) {
        Page<OrderRow> page = Page.of(rows(filter, user.scope()), filter.limit(), row -> cursorAfter(filter, row));
        return new Page<>(views.lines(page.items()), page.next());
    }

    /** Reads one row more than the limit, which tells that there are more. */
    List<OrderRow> rows(OrderFilter filter, Scope scope) {
        return switch (filter.view()) {
            case BOARD -> filter.updatedSince() == null ? board(filter, scope) : changed(filter, scope);
            case MINE -> mine(filter, scope, "p.untilAt is null", "null");
            case PAST ->
                mine(
                        filter,
                        scope,
                        "p.untilAt is not null and not exists (from Party n where n.center = p.center"
                                + " and n.orderId = p.orderId and n.party in (:mine) and n.untilAt is null)",
                        "max(p.untilAt)");
        };
    }

    private String cursorAfter(OrderFilter filter, OrderRow row) {
        return switch (filter.view()) {
            case BOARD ->
                filter.updatedSince() == null
                        ? cursors.encode(row.dueAt(), row.id())
                        : cursors.encode(row.changedAt(), row.id());
            case MINE, PAST -> cursors.encode(row.id());
        };
    }

    /** What is open in the caller's areas, the most pressing first. */
    private List<OrderRow> board(OrderFilter filter, Scope scope) {
        Conditions where = areas(filter, scope).and(OPEN);
        Cursor cursor = cursors.decode(filter.cursor());
        if (!cursor.isStart()) {
            where.and("(o.dueAt, o.id) > (:due, :id)", "due", cursor.instant(0)).with("id", cursor.uuid(1));
        }
        return where.filter(filter)
                .rows(database, ROW + "null) from Order o where ", " order by o.dueAt, o.id", filter);
    }

    /** What changed in the caller's areas since a moment, in the order of change: for those who poll. */
    private List<OrderRow> changed(OrderFilter filter, Scope scope) {
        Conditions where = areas(filter, scope);
        Cursor cursor = cursors.decode(filter.cursor());
        if (cursor.isStart()) {
            where.and("o.changedAt >= :since", "since", java.util.Objects.requireNonNull(filter.updatedSince()));
        } else {
            where.and("(o.changedAt, o.id) > (:since, :id)", "since", cursor.instant(0))
                    .with("id", cursor.uuid(1));
        }
        return where.filter(filter)
                .rows(database, ROW + "null) from Order o where ", " order by o.changedAt, o.id", filter);
    }

    /** The orders in which the caller has, or had, a part of their own or by a team, the newest first. */
    private List<OrderRow> mine(OrderFilter filter, Scope scope, String lasting, String until) {
        List<UUID> mine = new ArrayList<>(scope.teams(Role.LEADER, Role.EXPERT));
        mine.add(java.util.Objects.requireNonNull(scope.account()));
        Conditions where = new Conditions()
                .and("p.center in (:centers)", "centers", filter.centers(scope))
                .and("p.party in (:mine)", "mine", mine);
        where.and(lasting);
        Cursor cursor = cursors.decode(filter.cursor());
        if (!cursor.isStart()) {
            where.and("p.orderId < :id", "id", cursor.uuid(0));
        }
        if (filter.updatedSince() != null) {
            where.and("o.changedAt >= :since", "since", filter.updatedSince());
        }
        return where.filter(filter)
                .rows(
                        database,
                        ROW + until + ") from Party p join Order o on o.center = p.center and o.id = p.orderId where ",
                        " group by o order by o.id desc",
                        filter);
    }

    private static Conditions areas(OrderFilter filter, Scope scope) {
        String center = filter.boardCenter(scope);
        Conditions where = new Conditions().and("o.center = :center", "center", center);
        List<String> alternatives = new ArrayList<>();
        for (Area area : scope.areas(Role.CLERK, Role.DISPATCHER, Role.AUDITOR)) {
            if (area.covers(center)) {
                return where;
            }
            if (area.code().startsWith(center)) {
                alternatives.add(where.within(area.code(), "area" + alternatives.size()));
            }
        }
        return where.and(alternatives.isEmpty() ? "false = true" : "(" + String.join(" or ", alternatives) + ")");
    }

    /** The conditions of a query and what its names stand for. */
    private static final class Conditions {

        private final List<String> texts = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Conditions and(String text) {
            texts.add(text);
            return this;
        }

        Conditions and(String text, String name, Object value) {
            texts.add(text);
            return with(name, value);
        }

        Conditions with(String name, Object value) {
            values.put(name, value);
            return this;
        }

        Conditions filter(OrderFilter filter) {
            if (filter.state() != null && !filter.state().isEmpty()) {
                and("o.state in (:states)", "states", filter.state());
            }
            if (filter.service() != null) {
                and("o.need.service = :service", "service", filter.service());
            }
            if (filter.urgency() != null) {
                and("o.need.urgency = :urgency", "urgency", filter.urgency());
            }
            if (filter.site() != null) {
                and(within(filter.site(), "site"));
            }
            return this;
        }

        /**
         * A site and all below it, by equality: each level has an index that is sorted as the list is, and the length
         * stands as a literal, as it does there. A range of sites would have to be sorted, the more the older the table.
         */
        String within(String site, String name) {
            with(name, site);
            int point = site.indexOf('-');
            if (point >= 0) {
                return within(site.substring(0, point), name + "Above") + " and o.need.site = :" + name;
            }
            return switch (site.length()) {
                case CENTER -> "o.center = :" + name;
                case TOWNSHIP -> "o.need.township = :" + name;
                default -> "o.need.village = :" + name;
            };
        }

        List<OrderRow> rows(EntityManager database, String select, String order, OrderFilter filter) {
            TypedQuery<OrderRow> query =
                    database.createQuery(select + String.join(" and ", texts) + order, OrderRow.class);
            values.forEach(query::setParameter);
            return query.setMaxResults(filter.limit() + 1).getResultList();
        }
    }
}

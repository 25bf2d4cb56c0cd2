package org.diandan.orders;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diandan.shared.Ids;
import org.diandan.shared.Wall;

/** Every query for single orders and what hangs on them; lists are read by {@link OrderLists}. */
@ApplicationScoped
class Orders implements PanacheRepositoryBase<Order, OrderKey> {

    private final Wall wall;

    Orders(Wall wall) {
        this.wall = wall;
    }

    Optional<Order> find(UUID id) {
        return Optional.ofNullable(findById(OrderKey.of(id)));
    }

    /** Reads the order and keeps others from moving it until the transaction ends. */
    Optional<Order> lock(UUID id) {
        Order order = getEntityManager().find(Order.class, OrderKey.of(id), LockModeType.PESSIMISTIC_WRITE);
        if (order != null && order.version() > 0 && !order.hasSteps()) {
            // A hearer of the last verb may move the order on: what that verb did is written before it is read again.
            getEntityManager().flush();
            getEntityManager().refresh(order, LockModeType.PESSIMISTIC_WRITE);
        }
        return Optional.ofNullable(order);
    }

    /** Those who have a part in the order now. */
    List<Party> parties(UUID order) {
        return getEntityManager()
                .createQuery("from Party where center = :center and orderId = :order and untilAt is null", Party.class)
                .setParameter("center", Ids.centerOf(order))
                .setParameter("order", order)
                .getResultList();
    }

    /** These orders of a center. */
    List<Order> all(String center, Collection<UUID> ids) {
        return list("center = ?1 and id in ?2", center, ids);
    }

    /** Those who have a part in one of these orders of a center now. */
    List<Party> parties(String center, Collection<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        "from Party where center = :center and orderId in :orders and untilAt is null", Party.class)
                .setParameter("center", center)
                .setParameter("orders", ids)
                .getResultList();
    }

    /** The resident's open orders. */
    List<UUID> openOf(String center, UUID resident) {
        return getEntityManager()
                .createQuery(
                        "select id from Order where center = :center and resident = :resident and state not in (:ends)",
                        UUID.class)
                .setParameter("center", center)
                .setParameter("resident", resident)
                .setParameter("ends", OrderState.ENDS)
                .getResultList();
    }

    /** The resident's orders, open or over, in which the account has the part of a proxy now. */
    List<UUID> withProxy(UUID resident, UUID account) {
        return getEntityManager()
                .createQuery("""
                        select p.orderId from Party p join Order o on o.center = p.center and o.id = p.orderId
                        where p.center = :center and p.party = :account and p.kind = :kind and p.untilAt is null
                          and o.resident = :resident
                        """, UUID.class)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("account", account)
                .setParameter("kind", PartyKind.PROXY)
                .setParameter("resident", resident)
                .getResultList();
    }

    /** Other orders of the same resident for the same service that are open or were placed since. */
    List<Order> similar(Order order, Instant since) {
        return getEntityManager()
                .createQuery("""
                        from Order where center = :center and resident = :resident and need.service = :service
                          and id <> :id and state not in (:ends) and createdAt >= :since order by id
                        """, Order.class)
                .setParameter("center", order.center())
                .setParameter("resident", order.resident())
                .setParameter("service", order.need().service())
                .setParameter("id", order.id())
                .setParameter("ends", OrderState.ENDS)
                .setParameter("since", since)
                .setMaxResults(20)
                .getResultList();
    }

    /** The orders that were merged into this one. */
    List<Order> followers(Order original) {
        return getEntityManager()
                .createQuery("from Order where center = :center and kin.mergedInto = :original", Order.class)
                .setParameter("center", original.center())
                .setParameter("original", original.id())
                .getResultList();
    }

    Optional<Preparation> preparation(Order order) {
        return order.round().revision() == 0
                ? Optional.empty()
                : Optional.ofNullable(getEntityManager()
                        .find(
                                Preparation.class,
                                PreparationKey.of(order.id(), order.round().revision())));
    }

    Optional<Rating> rating(Order order) {
        return Optional.ofNullable(getEntityManager()
                .find(
                        Rating.class,
                        new Rating.Key(order.center(), order.id(), order.round().number())));
    }

    /** The teams that served this resident in some order and were rated 4 or better for it. */
    List<UUID> likedTeams(String center, UUID resident) {
        return getEntityManager()
                .createQuery("""
                        select distinct r.team from Order o
                          join Rating r on r.center = o.center and r.orderId = o.id
                        where o.center = :center and o.resident = :resident and r.score >= 4
                        """, UUID.class)
                .setParameter("center", center)
                .setParameter("resident", resident)
                .getResultList();
    }

    /** Those who came to the resident when an order was served last; none where nobody has come yet. */
    List<UUID> lastHelpers(UUID resident) {
        String center = Ids.centerOf(resident);
        List<UUID> served = getEntityManager()
                .createQuery(
                        "select id from Order where center = :center and resident = :resident and state in (:served)"
                                + " order by id desc",
                        UUID.class)
                .setParameter("center", center)
                .setParameter("resident", resident)
                .setParameter("served", List.of(OrderState.AWAITING_RATING, OrderState.CLOSED))
                .setMaxResults(1)
                .getResultList();
        return served.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("""
                                select distinct forWhom from OrderEntry
                                where center = :center and orderId = :order and machine = ATTENDANCE
                                  and action = 'CHECK_IN' and forWhom is not null
                                """, UUID.class)
                        .setParameter("center", center)
                        .setParameter("order", served.get(0))
                        .getResultList();
    }

    /** The teams that the resident did not want in the last order. */
    List<UUID> lastExcludedTeams(UUID resident) {
        return getEntityManager()
                .createQuery(
                        "select assignment from Order"
                                + " where center = :center and resident = :resident order by id desc",
                        Assignment.class)
                .setParameter("center", Ids.centerOf(resident))
                .setParameter("resident", resident)
                .setMaxResults(1)
                .getResultStream()
                .flatMap(last -> last.excludedTeams().stream())
                .toList();
    }

    boolean hasPhoto(Order order) {
        return !getEntityManager()
                .createQuery(
                        "select id from Photo where center = :center and orderId = :order and round = :round",
                        UUID.class)
                .setParameter("center", order.center())
                .setParameter("order", order.id())
                .setParameter("round", order.round().number())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Begins the next preparation of an order with what the last one had. */
    void prepareNext(Order order, Instant now) {
        Preparation last = getEntityManager()
                .find(
                        Preparation.class,
                        PreparationKey.of(order.id(), order.round().revision() - 1));
        add(last.next(order.round().revision(), order.round().number(), now));
    }

    /** The resident may be at home in another Center. */
    void add(Order order) {
        wall.welcome(order.resident(), order.center());
        getEntityManager().persist(order);
    }

    /** Whoever has a part from another Center is a guest from now on. */
    void add(Party party) {
        if (party.kind() != PartyKind.TEAM) {
            wall.welcome(party.party(), Ids.centerOf(party.order()));
        }
        getEntityManager().persist(party);
    }

    void add(Object row) {
        getEntityManager().persist(row);
    }

    void write() {
        getEntityManager().flush();
    }
}

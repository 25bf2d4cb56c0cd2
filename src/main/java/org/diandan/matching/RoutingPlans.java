package org.diandan.matching;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Plans of Centers, and their changes. */
@ApplicationScoped
class RoutingPlans implements PanacheRepositoryBase<RoutingPlan, RoutingPlan.Key> {

    /** Of two who plan at once the second waits for the first, and then finds the Center taken. */
    private static final String OPEN = """
            insert into routing_plan (center, id, version, state, cause, automatic, asked_by, asked_at)
            values (:center, :id, 0, 'PLANNING', :cause, :automatic, :by, :at)
            on conflict (center) where state in ('PLANNING', 'READY', 'APPLYING') do nothing""";

    private final Session session;

    RoutingPlans(Session session) {
        this.session = session;
    }

    /**
     * Begins a plan of the Center.
     *
     * @return false if another one is not over
     */
    boolean open(UUID id, PlanCause cause, boolean automatic, Actor by, Instant at) {
        return session.createNativeMutationQuery(OPEN)
                        .setParameter("center", Ids.centerOf(id))
                        .setParameter("id", id)
                        .setParameter("cause", cause.name())
                        .setParameter("automatic", automatic)
                        .setParameter("by", by.account(), UUID.class)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    Optional<RoutingPlan> find(UUID id) {
        return findByIdOptional(RoutingPlan.Key.of(id));
    }

    Optional<RoutingPlan> lock(UUID id) {
        return findByIdOptional(RoutingPlan.Key.of(id), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The Center's plan that is not over. */
    Optional<RoutingPlan> open(String center) {
        return find("center = ?1 and state in ?2", center, PlanState.OPEN).firstResultOptional();
    }

    /** What was planned for the Center, the latest first. */
    List<RoutingPlan> ofCenter(String center, @Nullable UUID before, int limit) {
        return session.createQuery(
                        "from RoutingPlan where center = :center and id < :before order by id desc", RoutingPlan.class)
                .setParameter("center", center)
                .setParameter("before", before == null ? new UUID(-1, -1) : before)
                .setMaxResults(limit)
                .getResultList();
    }

    void add(List<PlanChange> changes) {
        changes.forEach(session::persist);
        session.flush();
        session.clear();
    }

    /** Takes away what an earlier run of the same plan has left. */
    void clearChanges(UUID plan) {
        session.createMutationQuery("delete from PlanChange where center = :center and planId = :plan")
                .setParameter("center", Ids.centerOf(plan))
                .setParameter("plan", plan)
                .executeUpdate();
    }

    Optional<PlanChange> lockChange(UUID plan, int number) {
        return Optional.ofNullable(
                session.find(PlanChange.class, PlanChange.Key.of(plan, number), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The changes of a plan in their order. */
    List<PlanChange> changes(UUID plan, @Nullable ChangeState state, int after, int limit) {
        return session.createQuery(
                        "from PlanChange where center = :center and planId = :plan and number > :after"
                                + (state == null ? "" : " and state = :state") + " order by number",
                        PlanChange.class)
                .setParameter("center", Ids.centerOf(plan))
                .setParameter("plan", plan)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setProperties(state == null ? Map.of() : Map.of("state", state))
                .getResultList();
    }

    /** How many changes of a plan are in each state; none in one that is absent. */
    Map<ChangeState, Integer> count(UUID plan) {
        var counts = new EnumMap<ChangeState, Integer>(ChangeState.class);
        session.createQuery(
                        "select state, count(*) from PlanChange where center = :center and planId = :plan group by state",
                        Tuple.class)
                .setParameter("center", Ids.centerOf(plan))
                .setParameter("plan", plan)
                .getResultStream()
                .forEach(row -> counts.put(
                        row.get(0, ChangeState.class), row.get(1, Long.class).intValue()));
        return counts;
    }

    /** Skips all changes of a plan that have not had their turn. */
    void skipPending(UUID plan, Instant now) {
        session.createMutationQuery("update PlanChange set state = SKIPPED, skipped = STOPPED, doneAt = :now"
                        + " where center = :center and planId = :plan and state = PENDING")
                .setParameter("now", now)
                .setParameter("center", Ids.centerOf(plan))
                .setParameter("plan", plan)
                .executeUpdate();
    }
}

package org.diandan.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.diandan.matching.Backlog.Place;
import org.diandan.matching.Preview.Move;
import org.diandan.orders.OrderFacts;
import org.diandan.shared.Ids;
import org.diandan.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/** One order that a plan lets go elsewhere, and what became of it. */
@Entity
@Table(name = "routing_plan_change")
@IdClass(PlanChange.Key.class)
class PlanChange {

    public record Key(String center, UUID planId, int number) {
        static Key of(UUID plan, int number) {
            return new Key(Ids.centerOf(plan), plan, number);
        }
    }

    @Id
    private String center;

    @Id
    private UUID planId;

    @Id
    private int number;

    private UUID orderId;
    private String orderNumber;
    private String site;
    private String service;
    private int round;

    @Enumerated(EnumType.STRING)
    private Reach reach;

    @Enumerated(EnumType.STRING)
    private MoveReason why;

    @Embedded
    private @Nullable Before before;

    @Embedded
    private @Nullable After after;

    private int gain;

    @Enumerated(EnumType.STRING)
    private ChangeState state;

    @Enumerated(EnumType.STRING)
    private @Nullable SkipReason skipped;

    @Enumerated(EnumType.STRING)
    private @Nullable Obstacle obstacle;

    private @Nullable UUID routing;
    private @Nullable Instant doneAt;

    /**
     * Where the order is.
     *
     * @param points absent where the team can no longer take it
     */
    @Embeddable
    record Before(
            @Column(name = "before_routing") UUID routing,
            @Column(name = "before_team") UUID team,
            @Column(name = "before_name") String name,
            @Column(name = "before_on") LocalDate on,
            @Column(name = "before_slot") int slot,
            @Column(name = "before_from") Instant from,
            @Column(name = "before_to") Instant to,
            @Column(name = "before_points") @Nullable Integer points,
            @Column(name = "before_price") @Nullable Integer price) {

        Slots.Key place() {
            return new Slots.Key(on, slot);
        }

        TimeWindow time() {
            return new TimeWindow(from, to);
        }
    }

    /** Where it goes. */
    @Embeddable
    record After(
            @Column(name = "after_team") UUID team,
            @Column(name = "after_name") String name,
            @Column(name = "after_on") LocalDate on,
            @Column(name = "after_slot") int slot,
            @Column(name = "after_from") Instant from,
            @Column(name = "after_to") Instant to,
            @Column(name = "after_points") int points,
            @Column(name = "after_price") int price) {

        Slots.Key place() {
            return new Slots.Key(on, slot);
        }

        TimeWindow time() {
            return new TimeWindow(from, to);
        }
    }

    @SuppressWarnings("NullAway.Init")
    PlanChange() {}

    /** @param names of the teams */
    PlanChange(UUID plan, int number, Move move, Map<UUID, String> names) {
        OrderFacts order = move.waiting().order();
        this.center = Ids.centerOf(plan);
        this.planId = plan;
        this.number = number;
        this.orderId = order.id();
        this.orderNumber = order.number();
        this.site = order.site();
        this.service = order.service();
        this.round = order.round();
        this.reach = move.waiting().reach();
        this.why = move.why();
        this.before = before(move, names);
        this.after = after(move, names);
        this.gain = move.gain();
        this.state = ChangeState.PENDING;
    }

    private static @Nullable Before before(Move move, Map<UUID, String> names) {
        Question asked = move.waiting().asked();
        return asked == null
                ? null
                : new Before(
                        asked.routing(),
                        asked.team(),
                        names.getOrDefault(asked.team(), ""),
                        asked.on(),
                        asked.slot(),
                        asked.from(),
                        asked.to(),
                        move.pointsBefore(),
                        move.priceBefore());
    }

    private static @Nullable After after(Move move, Map<UUID, String> names) {
        Place to = move.to();
        return to == null || move.points() == null || move.price() == null
                ? null
                : new After(
                        to.team(),
                        names.getOrDefault(to.team(), ""),
                        to.opening().on(),
                        to.opening().slot(),
                        to.opening().time().from(),
                        to.opening().time().to(),
                        move.points(),
                        move.price());
    }

    boolean isPending() {
        return state == ChangeState.PENDING;
    }

    /** @param proposed the new question; absent where the order only waits from now on */
    void applied(@Nullable UUID proposed, Instant now) {
        state = ChangeState.APPLIED;
        routing = proposed;
        doneAt = now;
    }

    /** @param barrier what keeps the team from being asked, where that is the reason */
    void skip(SkipReason reason, @Nullable Obstacle barrier, Instant now) {
        state = ChangeState.SKIPPED;
        skipped = reason;
        obstacle = barrier;
        doneAt = now;
    }

    UUID plan() {
        return planId;
    }

    int number() {
        return number;
    }

    UUID order() {
        return orderId;
    }

    String orderNumber() {
        return orderNumber;
    }

    String site() {
        return site;
    }

    String service() {
        return service;
    }

    int round() {
        return round;
    }

    Reach reach() {
        return reach;
    }

    MoveReason why() {
        return why;
    }

    @Nullable
    Before before() {
        return before;
    }

    @Nullable
    After after() {
        return after;
    }

    int gain() {
        return gain;
    }

    ChangeState state() {
        return state;
    }

    @Nullable
    SkipReason skipped() {
        return skipped;
    }

    @Nullable
    Obstacle obstacle() {
        return obstacle;
    }

    @Nullable
    UUID routing() {
        return routing;
    }

    @Nullable
    Instant doneAt() {
        return doneAt;
    }
}

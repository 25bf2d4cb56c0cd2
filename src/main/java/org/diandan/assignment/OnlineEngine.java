package org.diandan.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Gives each order its team as it arrives, without knowing what comes after it, at the prices of the places: best value
 * plus score less the greater of load tier and price (bid-price control; Talluri and van Ryzin 1998).
 *
 * <p>Prices are learned by planning the rest of the week exactly, as the forecast expects it, on the places that are
 * left, again and again (certainty-equivalent re-solving; Jasin and Kumar, Mathematics of Operations Research 37, 2012),
 * and averaged over the times. What only an emergency's last team could serve is kept beyond that ({@link Reserve}).
 * Without a forecast the load tiers alone decide.
 *
 * <p>A re-planning engine also moves what was not yet accepted, the latest orders, whenever it learns: they are part of
 * the same exact plan. The same orders always get the same teams. O(arcs of the order) a decision, but for the one in
 * {@value #LEARNS_EVERY} that learns first. For one thread; memory in proportion to the arcs of the forecast and of what
 * came.
 */
public final class OnlineEngine {

    /** Orders from one learning to the next: less than one decision in a hundred waits for it. */
    static final int LEARNS_EVERY = 128;

    private final ExactEngine exact = new ExactEngine();
    private final Market market;
    private final Forecast forecast;
    private final int movable;
    private final List<Arrival> arrived = new ArrayList<>();
    private int[] team = new int[LEARNS_EVERY];

    private OnlineEngine(Supply supply, Forecast forecast, int movable) {
        this.market = new Market(supply);
        this.forecast = forecast;
        this.movable = movable;
    }

    /** An engine that never takes back what it assigned. */
    public static OnlineEngine firm(Supply supply, Forecast forecast) {
        return new OnlineEngine(supply, forecast, 0);
    }

    /**
     * An engine that plans anew what is not accepted.
     *
     * @param movable how many of the latest orders may still be moved
     */
    public static OnlineEngine replanning(Supply supply, Forecast forecast, int movable) {
        return new OnlineEngine(supply, forecast, movable);
    }

    /**
     * The next order.
     *
     * @return its team; a re-plan may change it, and {@link #assignment} tells what became of it
     */
    public OptionalInt arrive(Arrival order) {
        int index = arrived.size();
        if (index % LEARNS_EVERY == 0) {
            learn();
            team = Arrays.copyOf(team, index + LEARNS_EVERY);
        }
        int chosen = market.choose(order, index);
        if (chosen >= 0) {
            market.take(chosen, order.slot());
        }
        team[index] = chosen;
        arrived.add(order);
        forecast.come(order);
        return chosen < 0 ? OptionalInt.empty() : OptionalInt.of(chosen);
    }

    /** No order comes any more: a re-planning engine plans a last time. */
    public void close() {
        if (movable > 0) {
            replan(List.of());
        }
    }

    /** Who has which team by now. */
    public Assignment assignment() {
        return Assignment.of(Arrays.copyOf(team, arrived.size()));
    }

    private void learn() {
        if (forecast.isEmpty()) {
            close();
        } else {
            market.learn(replan(forecast.next(LEARNS_EVERY)), forecast, LEARNS_EVERY);
        }
    }

    /** Plans the movable orders together with those that are expected, and moves them as planned. */
    private Prices replan(List<Arrival> expected) {
        int first = Math.max(0, arrived.size() - movable);
        Remaining remaining = market.remaining();
        for (int order = first; order < arrived.size(); order++) {
            if (team[order] >= 0) {
                remaining.giveBack(team[order], arrived.get(order).slot());
            }
        }
        Instance.Builder instance = Instance.builder(remaining.supply());
        arrived.subList(first, arrived.size()).forEach(instance::order);
        expected.forEach(instance::order);
        Plan plan = exact.plan(instance.build());
        for (int order = first; order < arrived.size(); order++) {
            team[order] = plan.assignment().team(order - first).orElse(Assignment.NONE);
            if (team[order] >= 0) {
                remaining.take(team[order], arrived.get(order).slot());
            }
        }
        return plan.prices();
    }
}

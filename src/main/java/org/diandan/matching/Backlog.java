package org.diandan.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.diandan.assignment.Assignment;
import org.diandan.assignment.ExactEngine;
import org.diandan.assignment.Instance;
import org.diandan.assignment.LoadTiers;
import org.diandan.assignment.Plan;
import org.diandan.assignment.Prices;
import org.diandan.assignment.Supply;
import org.diandan.orders.OrderFacts;
import org.jspecify.annotations.Nullable;

/**
 * Orders of a Center that may go to one team or another, and all places that there are for them: what an exact plan
 * decides. Nothing in it knows a database.
 *
 * @param teams their names
 * @param leftAlone how many orders are being sought a team for besides, whose question is not to be touched
 */
record Backlog(
        LoadTiers tiers,
        Map<UUID, String> teams,
        List<TeamWeek> weeks,
        List<Place> places,
        List<Waiting> orders,
        int leftAlone) {

    static final int NOWHERE = -1;

    /**
     * A week of a team: what its load is counted by.
     *
     * @param monday its first day
     * @param capacity visits that its slots have room for
     * @param taken those that it has, apart from what may be moved
     */
    record TeamWeek(UUID team, LocalDate monday, int capacity, int taken) {}

    /**
     * A slot of a team on a day.
     *
     * @param week index of the team's week
     * @param free how many visits it has room for once all that may be moved is moved
     */
    record Place(int week, UUID team, Opening opening, int free) {

        boolean is(UUID other, Slots.Key key) {
            return team.equals(other) && opening.key().equals(key);
        }
    }

    /**
     * A place where an order may go.
     *
     * @param place index of the place
     * @param score points of all terms but those that the plan itself decides, load and price
     */
    record Option(int place, int score) {}

    /**
     * An order that may be moved.
     *
     * @param value what serving it is worth, in points
     * @param reach how far was looked for its options
     * @param asked the question that is open; absent while it waits
     * @param now index of the option that this question holds; {@link #NOWHERE} while it waits, or where the team that is
     *     asked can no longer take it
     */
    record Waiting(
            OrderFacts order,
            int value,
            Reach reach,
            @Nullable Question asked,
            int now,
            List<Option> options) {}

    /**
     * What a plan of it means.
     *
     * @param options for each order the index of the option that it goes to, or {@link #NOWHERE}
     * @param prices what each place is worth to others, in points
     */
    record Solution(List<Integer> options, List<Integer> prices) {}

    /**
     * The best plan there is.
     *
     * @param staying points that speak for the team that is asked already, so that nobody is asked anew for nothing
     */
    Solution solve(ExactEngine engine, int staying) {
        int[] slots = slots();
        Instance instance = pose(slots, staying);
        Plan plan = engine.plan(instance);
        List<Integer> options = IntStream.range(0, orders.size())
                .mapToObj(order -> option(plan.assignment(), instance, slots, order))
                .toList();
        List<Integer> prices = IntStream.range(0, places.size())
                .map(place -> plan.prices().of(places.get(place).week(), slots[place]))
                .mapToObj(price -> price == Prices.CLOSED ? 0 : price)
                .toList();
        return new Solution(options, prices);
    }

    private int option(Assignment assignment, Instance instance, int[] slots, int order) {
        OptionalInt week = assignment.team(order);
        OptionalInt slot = assignment.slot(instance, order);
        List<Option> options = orders.get(order).options();
        for (int i = 0; week.isPresent() && slot.isPresent() && i < options.size(); i++) {
            int place = options.get(i).place();
            if (places.get(place).week() == week.getAsInt() && slots[place] == slot.getAsInt()) {
                return i;
            }
        }
        return NOWHERE;
    }

    /** What the plan would be worth: value and score of who goes somewhere, less what the load of the teams costs. */
    long objective(List<Integer> chosen) {
        int[] load = weeks.stream().mapToInt(TeamWeek::taken).toArray();
        long sum = 0;
        for (int order = 0; order < chosen.size(); order++) {
            if (chosen.get(order) != NOWHERE) {
                Option option = orders.get(order).options().get(chosen.get(order));
                sum += orders.get(order).value() + option.score();
                load[places.get(option.place()).week()]++;
            }
        }
        for (int week = 0; week < load.length; week++) {
            TeamWeek team = weeks.get(week);
            sum -= tiers.cost(team.taken(), load[week], team.capacity());
        }
        return sum;
    }

    /** Where each order is now. */
    List<Integer> present() {
        return orders.stream().map(Waiting::now).toList();
    }

    /** Tells whether some order has somewhere to go. */
    boolean hasOptions() {
        return orders.stream().anyMatch(order -> !order.options().isEmpty());
    }

    private Instance pose(int[] slots, int staying) {
        int[][] free =
                new int[weeks.size()][Math.max(1, Arrays.stream(slots).max().orElse(0) + 1)];
        for (int place = 0; place < slots.length; place++) {
            free[places.get(place).week()][slots[place]] = places.get(place).free();
        }
        Instance.Builder builder = Instance.builder(Supply.of(
                tiers,
                weeks.stream().mapToInt(TeamWeek::capacity).toArray(),
                weeks.stream().mapToInt(TeamWeek::taken).toArray(),
                free));
        for (Waiting waiting : orders) {
            int order = builder.order(0, waiting.value(), waiting.order().urgency());
            for (int i = 0; i < waiting.options().size(); i++) {
                Option option = waiting.options().get(i);
                builder.arc(
                        order,
                        places.get(option.place()).week(),
                        slots[option.place()],
                        option.score() + (i == waiting.now() ? staying : 0));
            }
        }
        return builder.build();
    }

    /** The number of each place within its week, as an instance counts slots. */
    private int[] slots() {
        int[] next = new int[weeks.size()];
        return places.stream().mapToInt(place -> next[place.week()]++).toArray();
    }
}

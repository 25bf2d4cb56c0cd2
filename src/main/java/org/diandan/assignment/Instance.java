package org.diandan.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.diandan.shared.Urgency;

/**
 * The problem: teams with their places, orders in the order of their arrival, and for each order an arc to every team
 * that may serve it, in the slot that it wishes or in another. Immutable, flat arrays: about 16 bytes an arc.
 *
 * <p>The objective is the sum of value and score over the orders that get a team, less what the load tiers of the teams
 * cost. An order may stay without a team, which is worth 0.
 */
public final class Instance {

    /** Values and scores lie within this, so that every sum of them fits. */
    static final int MOST_POINTS = 100_000_000;

    private final Supply supply;
    private final int[] slot;
    private final int[] value;
    private final Urgency[] urgency;
    private final int[] firstArc;
    private final int[] team;
    private final int[] slotOfArc;
    private final int[] score;

    private Instance(
            Supply supply,
            int[] slot,
            int[] value,
            Urgency[] urgency,
            int[] firstArc,
            int[] team,
            int[] slotOfArc,
            int[] score) {
        this.supply = supply;
        this.slot = slot;
        this.value = value;
        this.urgency = urgency;
        this.firstArc = firstArc;
        this.team = team;
        this.slotOfArc = slotOfArc;
        this.score = score;
    }

    public static Builder builder(Supply supply) {
        return new Builder(supply);
    }

    /** Collects orders and arcs. */
    public static final class Builder {

        private final Supply supply;
        private final List<Integer> slots = new ArrayList<>();
        private final IntStream.Builder values = IntStream.builder();
        private final List<Urgency> urgencies = new ArrayList<>();
        private final IntStream.Builder arcOrders = IntStream.builder();
        private final IntStream.Builder arcTeams = IntStream.builder();
        private final IntStream.Builder arcSlots = IntStream.builder();
        private final IntStream.Builder arcScores = IntStream.builder();
        private int orders;

        private Builder(Supply supply) {
            this.supply = supply;
        }

        /**
         * The next order.
         *
         * @return its index
         * @throws BrokenInstance if the slot is unknown or the value out of bounds
         */
        public int order(int slot, int value, Urgency urgency) {
            if (slot < 0 || slot >= supply.slots()) {
                throw new BrokenInstance("order " + orders + " wishes slot " + slot + " of " + supply.slots());
            }
            if (value < 0 || value > MOST_POINTS) {
                throw new BrokenInstance("order " + orders + " has the value " + value);
            }
            slots.add(slot);
            values.add(value);
            urgencies.add(urgency);
            return orders++;
        }

        /** The next order with its arcs. */
        Builder order(Arrival arrival) {
            int order = order(arrival.slot(), arrival.value(), arrival.urgency());
            for (int each = 0; each < arrival.teams().length; each++) {
                arc(order, arrival.teams()[each], arrival.scores()[each]);
            }
            return this;
        }

        /**
         * That a team may serve an order, and how well. May come in any sequence.
         *
         * @throws BrokenInstance if the order or the team is unknown or the score out of bounds
         */
        public Builder arc(int order, int team, int score) {
            checkOrder(order);
            return arc(order, team, slots.get(order), score);
        }

        /** The same in this slot of the team, wished or not: for orders that may come at one time or another. */
        public Builder arc(int order, int team, int slot, int score) {
            checkOrder(order);
            if (slot < 0 || slot >= supply.slots()) {
                throw new BrokenInstance("arc from order " + order + " to slot " + slot + " of " + supply.slots());
            }
            if (team < 0 || team >= supply.teams()) {
                throw new BrokenInstance("arc from order " + order + " to the unknown team " + team);
            }
            if (score < -MOST_POINTS || score > MOST_POINTS) {
                throw new BrokenInstance("arc from order " + order + " to team " + team + " has the score " + score);
            }
            arcOrders.add(order);
            arcTeams.add(team);
            arcSlots.add(slot);
            arcScores.add(score);
            return this;
        }

        /**
         * The instance of all that was told.
         *
         * @throws BrokenInstance if an order has a team twice in the same slot
         */
        public Instance build() {
            int[] from = arcOrders.build().toArray();
            int[] firstArc = new int[orders + 1];
            for (int order : from) {
                firstArc[order + 1]++;
            }
            Arrays.parallelPrefix(firstArc, Integer::sum);
            int[] position = positions(from, firstArc);
            int[] team = spread(arcTeams, position);
            int[] slot = spread(arcSlots, position);
            refuseTwice(firstArc, team, slot, position);
            return new Instance(
                    supply,
                    slots.stream().mapToInt(Integer::intValue).toArray(),
                    values.build().toArray(),
                    urgencies.toArray(Urgency[]::new),
                    firstArc,
                    team,
                    slot,
                    spread(arcScores, position));
        }

        private void checkOrder(int order) {
            if (order < 0 || order >= orders) {
                throw new BrokenInstance("arc from the unknown order " + order);
            }
        }

        /** Where each arc stands once they are sorted by order. */
        private static int[] positions(int[] from, int[] firstArc) {
            int[] free = firstArc.clone();
            int[] position = new int[from.length];
            for (int arc = 0; arc < from.length; arc++) {
                position[arc] = free[from[arc]]++;
            }
            return position;
        }

        private static int[] spread(IntStream.Builder given, int[] position) {
            int[] values = given.build().toArray();
            int[] sorted = new int[values.length];
            for (int arc = 0; arc < values.length; arc++) {
                sorted[position[arc]] = values[arc];
            }
            return sorted;
        }

        private void refuseTwice(int[] firstArc, int[] team, int[] slot, int[] position) {
            int[] lastOrder = new int[supply.teams() * supply.slots()];
            Arrays.fill(lastOrder, -1);
            for (int order = 0; order < orders; order++) {
                for (int arc = firstArc[order]; arc < firstArc[order + 1]; arc++) {
                    int place = team[arc] * supply.slots() + slot[arc];
                    if (lastOrder[place] == order) {
                        throw new TwiceTheSameTeam(order, team[arc], given(position, arc));
                    }
                    lastOrder[place] = order;
                }
            }
        }

        private static int given(int[] position, int arc) {
            return IntStream.range(0, position.length)
                    .filter(given -> position[given] == arc)
                    .findFirst()
                    .orElseThrow();
        }
    }

    public Supply supply() {
        return supply;
    }

    public int orders() {
        return slot.length;
    }

    public int arcs() {
        return team.length;
    }

    public int slot(int order) {
        return slot[order];
    }

    public int value(int order) {
        return value[order];
    }

    public Urgency urgency(int order) {
        return urgency[order];
    }

    /** The order's arcs are those from this one up to that of the order after it (excluded). */
    public int firstArc(int order) {
        return firstArc[order];
    }

    public int team(int arc) {
        return team[arc];
    }

    /** The slot of the team in which this arc's visit would be. */
    public int slotOfArc(int arc) {
        return slotOfArc[arc];
    }

    public int score(int arc) {
        return score[arc];
    }

    /** The order as it comes in. */
    public Arrival arrival(int order) {
        int from = firstArc[order];
        int upTo = firstArc[order + 1];
        return new Arrival(
                slot[order],
                value[order],
                urgency(order),
                Arrays.copyOfRange(team, from, upTo),
                Arrays.copyOfRange(score, from, upTo));
    }
}

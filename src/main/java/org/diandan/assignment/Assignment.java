package org.diandan.assignment;

import java.util.Arrays;
import java.util.OptionalInt;

/** For each order its team, or none. Immutable. */
public final class Assignment {

    static final int NONE = -1;

    private static final int AS_WISHED = -1;

    private final int[] team;
    private final int[] slot;

    private Assignment(int[] team, int[] slot) {
        this.team = team;
        this.slot = slot;
    }

    /** @param team of each order; -1 where it has none */
    static Assignment of(int[] team) {
        int[] slot = new int[team.length];
        Arrays.fill(slot, AS_WISHED);
        return new Assignment(team.clone(), slot);
    }

    /** Each order in a slot of its team, where it has one. */
    static Assignment of(int[] team, int[] slot) {
        return new Assignment(team.clone(), slot.clone());
    }

    public int orders() {
        return team.length;
    }

    public OptionalInt team(int order) {
        return team[order] == NONE ? OptionalInt.empty() : OptionalInt.of(team[order]);
    }

    /** The slot in which its team serves the order; empty where it has none. */
    public OptionalInt slot(Instance instance, int order) {
        return team[order] == NONE ? OptionalInt.empty() : OptionalInt.of(slotOf(instance, order));
    }

    private int slotOf(Instance instance, int order) {
        return slot[order] == AS_WISHED ? instance.slot(order) : slot[order];
    }

    /** How many orders have a team. */
    public int matched() {
        return (int) Arrays.stream(team).filter(each -> each != NONE).count();
    }

    /**
     * What it is worth.
     *
     * @throws BrokenInstance if it is no solution of the instance: an order's team may not serve it, or a slot or a week
     *     holds more visits than it has places
     */
    public long objective(Instance instance) {
        if (instance.orders() != team.length) {
            throw new BrokenInstance(team.length + " orders are assigned, the instance has " + instance.orders());
        }
        Supply supply = instance.supply();
        int[] load = supply.taken();
        int[] left = supply.places();
        long sum = 0;
        for (int order = 0; order < team.length; order++) {
            if (team[order] != NONE) {
                sum += instance.value(order) + instance.score(arc(instance, order));
                take(supply, left, load, order, slotOf(instance, order));
            }
        }
        for (int each = 0; each < supply.teams(); each++) {
            sum -= supply.tiers().cost(supply.taken(each), load[each], supply.weekly(each));
        }
        return sum;
    }

    private void take(Supply supply, int[] left, int[] load, int order, int slot) {
        int each = team[order];
        if (--left[each * supply.slots() + slot] < 0) {
            throw new BrokenInstance("team " + each + " has no place left in slot " + slot + " for order " + order);
        }
        if (++load[each] > supply.weekly(each)) {
            throw new BrokenInstance("team " + each + " has no visit left in its week for order " + order);
        }
    }

    private int arc(Instance instance, int order) {
        for (int arc = instance.firstArc(order); arc < instance.firstArc(order + 1); arc++) {
            if (instance.team(arc) == team[order] && instance.slotOfArc(arc) == slotOf(instance, order)) {
                return arc;
            }
        }
        throw new BrokenInstance("team " + team[order] + " may not serve order " + order);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assignment that && Arrays.equals(team, that.team);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(team);
    }
}

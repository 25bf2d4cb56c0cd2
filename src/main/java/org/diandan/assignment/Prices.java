package org.diandan.assignment;

/**
 * What a place is worth: by how much the best plan would fall if one more visit of this team were taken in this slot.
 * The bid prices of revenue management (Talluri and van Ryzin, An analysis of bid-price controls for network revenue
 * management, Management Science 44, 1998): an order that brings less than the price had better leave the place alone.
 *
 * <p>Whole points, never negative, and the same for every optimal plan: of the many duals that prove an optimum these
 * are the greatest, the lengths of shortest paths in the residual network, so a degenerate basis cannot move them.
 */
public final class Prices {

    /** Of a place that does not exist: the team has none in this slot, or in this week. */
    public static final int CLOSED = Integer.MAX_VALUE;

    private final int slots;
    private final int[] ofPlace;
    private final int[] ofTeam;

    /**
     * @param ofPlace team by team, slot by slot
     * @param ofTeam of one more visit in the week, in whatever slot
     */
    Prices(int slots, int[] ofPlace, int[] ofTeam) {
        this.slots = slots;
        this.ofPlace = ofPlace;
        this.ofTeam = ofTeam;
    }

    /** Nothing is learned yet: every place is free. */
    public static Prices none(Supply supply) {
        return new Prices(supply.slots(), new int[supply.teams() * supply.slots()], new int[supply.teams()]);
    }

    /** Points, or {@link #CLOSED}. Includes what the load tier costs. */
    public int of(int team, int slot) {
        return ofPlace[team * slots + slot];
    }

    /**
     * No assignment is worth more than this, whatever the prices are (weak duality): every order takes what it likes
     * best at these prices, and every place is paid for. A plan that is worth as much is proved optimal. O(arcs).
     */
    public long bound(Instance instance) {
        Supply supply = instance.supply();
        long bound = 0;
        for (int order = 0; order < instance.orders(); order++) {
            bound += profit(instance, order);
        }
        for (int team = 0; team < supply.teams(); team++) {
            if (ofTeam[team] != CLOSED) {
                bound += rent(supply, team);
            }
        }
        return bound;
    }

    private long profit(Instance instance, int order) {
        long best = 0;
        for (int arc = instance.firstArc(order); arc < instance.firstArc(order + 1); arc++) {
            int price = of(instance.team(arc), instance.slotOfArc(arc));
            if (price != CLOSED) {
                best = Math.max(best, (long) instance.value(order) + instance.score(arc) - price);
            }
        }
        return best;
    }

    /** What the team's places and its visits of the week bring beyond what they cost. */
    private long rent(Supply supply, int team) {
        long rent = 0;
        for (int slot = 0; slot < slots; slot++) {
            if (of(team, slot) != CLOSED) {
                rent += (long) supply.places(team, slot) * Math.max(0, of(team, slot) - ofTeam[team]);
            }
        }
        for (int visit = supply.taken(team); visit < supply.weekly(team); visit++) {
            rent += Math.max(0, ofTeam[team] - supply.tiers().costOfNext(visit, supply.weekly(team)));
        }
        return rent;
    }
}

package org.diandan.assignment;

import org.jspecify.annotations.Nullable;

/** Places with their prices: what an arriving order weighs. */
final class Market {

    /** How much of a new price counts; the rest is what was learned before. */
    private static final double FRESH = 0.3;

    /** How many of the best orders an emergency that is left without any team outweighs: it has to be served. */
    private static final double LEFT_ALONE = 40;

    private final Remaining remaining;
    private final double[] price;
    private boolean priced;
    private double weightOfDependent;
    private @Nullable Reserve reserve;

    Market(Supply supply) {
        this.remaining = new Remaining(supply);
        this.price = new double[supply.teams() * supply.slots()];
    }

    Remaining remaining() {
        return remaining;
    }

    /**
     * The team for which value and score exceed the greater of load tier and price most; none where nothing is gained.
     * Only an emergency takes the best team that has a place all the same, and an urgent order, but not a place that is
     * kept for emergencies at more than the order's value. Ties go to the lower relative load, then by lot. O(teams that
     * may serve it).
     *
     * @return the team, -1 for none
     */
    int choose(Arrival order, int index) {
        int chosen = -1;
        double most = 0;
        for (int each = 0; each < order.teams().length; each++) {
            int team = order.teams()[each];
            if (remaining.isOpen(team, order.slot())) {
                double kept = kept(team, order.slot());
                double asked = price[remaining.place(team, order.slot())] + kept;
                double gain = (double) order.value() + order.scores()[each] - Math.max(remaining.loadTier(team), asked);
                boolean better = chosen < 0 || gain > most || (gain == most && wins(index, team, chosen));
                if (better && (gain > 0 || takesAnyway(order, kept))) {
                    most = gain;
                    chosen = team;
                }
            }
        }
        return chosen;
    }

    private static boolean takesAnyway(Arrival order, double kept) {
        return switch (order.urgency()) {
            case PLANNED, NORMAL -> false;
            case URGENT -> kept <= order.value();
            case EMERGENCY -> true;
        };
    }

    /** What the place is worth beyond its price to those who depend on it. */
    private double kept(int team, int slot) {
        return reserve == null ? 0 : weightOfDependent * reserve.dependents(team, slot);
    }

    private boolean wins(int order, int team, int over) {
        if (remaining.isLessLoaded(team, over) || remaining.isLessLoaded(over, team)) {
            return remaining.isLessLoaded(team, over);
        }
        return lot(order, team) < lot(order, over);
    }

    /** A lot that a replay draws again: the finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long lot(int order, int team) {
        long mixed = ((long) order << Integer.SIZE | team) + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    void take(int team, int slot) {
        remaining.take(team, slot);
        if (reserve != null) {
            reserve.taken(team, slot);
        }
    }

    /** Takes new prices in, and looks anew who depends on which place. */
    void learn(Prices prices, Forecast forecast, int least) {
        Supply supply = remaining.supply();
        double most = forecast.most(); // of closed places the price is beyond all bounds
        for (int team = 0; team < supply.teams(); team++) {
            for (int slot = 0; slot < supply.slots(); slot++) {
                int place = remaining.place(team, slot);
                double fresh = Math.min(prices.of(team, slot), most);
                price[place] = priced ? FRESH * fresh + (1 - FRESH) * price[place] : fresh;
            }
        }
        priced = true;
        reserve = new Reserve(remaining, forecast.known());
        weightOfDependent = LEFT_ALONE * most * forecast.emergenciesPerKnown(least);
    }
}

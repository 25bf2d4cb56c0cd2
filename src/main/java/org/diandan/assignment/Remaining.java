package org.diandan.assignment;

/** What is left of a supply while orders take their places. */
final class Remaining {

    private final Supply supply;
    private final int[] taken;
    private final int[] places;

    Remaining(Supply supply) {
        this.supply = supply;
        this.taken = supply.taken();
        this.places = supply.places();
    }

    boolean isOpen(int team, int slot) {
        return places[place(team, slot)] > 0 && taken[team] < supply.weekly(team);
    }

    /** Whether nothing is left in the slot once one more visit is taken. */
    boolean isLastPlace(int team, int slot) {
        return places[place(team, slot)] == 1;
    }

    /** Whether nothing is left in any slot of the week once one more visit is taken. */
    boolean isLastVisit(int team) {
        return taken[team] + 1 == supply.weekly(team);
    }

    /** What one more visit costs by the load of the team's week. */
    int loadTier(int team) {
        return supply.tiers().costOfNext(taken[team], supply.weekly(team));
    }

    /** Of two teams the one with the lower share of its week taken is the less loaded. */
    boolean isLessLoaded(int team, int than) {
        return (long) taken[team] * supply.weekly(than) < (long) taken[than] * supply.weekly(team);
    }

    void take(int team, int slot) {
        taken[team]++;
        places[place(team, slot)]--;
    }

    void giveBack(int team, int slot) {
        taken[team]--;
        places[place(team, slot)]++;
    }

    /** As it stands now. */
    Supply supply() {
        return supply.with(taken, places);
    }

    int place(int team, int slot) {
        return team * supply.slots() + slot;
    }
}

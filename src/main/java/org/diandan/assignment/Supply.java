package org.diandan.assignment;

import java.util.Arrays;

/**
 * What the teams can take in a week: so many visits in all, so many in each slot. Immutable.
 *
 * <p>A team may have taken visits before (an order that was accepted yesterday): they count for its load tiers and
 * against its weekly capacity, and the places given are those that are left.
 */
public final class Supply {

    private final LoadTiers tiers;
    private final int slots;
    private final int[] weekly;
    private final int[] taken;
    private final int[] places;

    private Supply(LoadTiers tiers, int slots, int[] weekly, int[] taken, int[] places) {
        this.tiers = tiers;
        this.slots = slots;
        this.weekly = weekly;
        this.taken = taken;
        this.places = places;
    }

    /**
     * The supply of so many teams.
     *
     * @param weekly visits a week, per team
     * @param taken how many of them are taken, per team
     * @param places left per team and slot; every team has the same number of slots
     * @throws BrokenInstance if a number is negative, more is taken than there is, or lengths differ
     */
    public static Supply of(LoadTiers tiers, int[] weekly, int[] taken, int[][] places) {
        if (taken.length != weekly.length || places.length != weekly.length) {
            throw new BrokenInstance("weekly capacities, taken visits and places are of as many teams as there are");
        }
        int slots = places.length == 0 ? 0 : places[0].length;
        int[] flat = new int[weekly.length * slots];
        for (int team = 0; team < weekly.length; team++) {
            check(team, slots, weekly[team], taken[team], places[team]);
            System.arraycopy(places[team], 0, flat, team * slots, slots);
        }
        return new Supply(tiers, slots, weekly.clone(), taken.clone(), flat);
    }

    /** A week that nobody has begun. */
    public static Supply of(LoadTiers tiers, int[] weekly, int[][] places) {
        return of(tiers, weekly, new int[weekly.length], places);
    }

    private static void check(int team, int slots, int weekly, int taken, int[] places) {
        if (weekly < 0) {
            throw new BrokenInstance("team " + team + " has a negative weekly capacity: " + weekly);
        }
        if (taken < 0 || taken > weekly) {
            throw new BrokenInstance("team " + team + " has taken " + taken + " of " + weekly + " visits");
        }
        if (places.length != slots) {
            throw new BrokenInstance("team " + team + " has " + places.length + " slots, the first has " + slots);
        }
        for (int slot = 0; slot < slots; slot++) {
            if (places[slot] < 0) {
                throw new BrokenInstance("team " + team + " has a negative capacity in slot " + slot);
            }
        }
    }

    /** The same teams with what is left of them. */
    Supply with(int[] takenNow, int[] placesNow) {
        return new Supply(tiers, slots, weekly, takenNow.clone(), placesNow.clone());
    }

    public LoadTiers tiers() {
        return tiers;
    }

    public int teams() {
        return weekly.length;
    }

    public int slots() {
        return slots;
    }

    /** Visits that the team may have in the week. */
    public int weekly(int team) {
        return weekly[team];
    }

    /** Visits that it had before this problem was posed. */
    public int taken(int team) {
        return taken[team];
    }

    /** Places left in the slot. */
    public int places(int team, int slot) {
        return places[team * slots + slot];
    }

    /** All teams' places left, team by team. */
    int[] places() {
        return places.clone();
    }

    /** What each team has taken. */
    int[] taken() {
        return taken.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Supply that
                && tiers.equals(that.tiers)
                && slots == that.slots
                && Arrays.equals(weekly, that.weekly)
                && Arrays.equals(taken, that.taken)
                && Arrays.equals(places, that.places);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weekly) * 31 + Arrays.hashCode(places);
    }
}

package org.diandan.assignment;

import java.util.List;

/**
 * What a visit costs by how full the team's week is, so that work spreads. Costs rise from band to band (the whole is
 * convex), which is what keeps the problem a flow.
 *
 * @param bands from the first visit of the week on; the last ends at 100 percent
 */
public record LoadTiers(List<LoadTier> bands) {

    /** 0, 60, 150, 300 points up to 50, 75, 90, 100 percent. */
    public static final LoadTiers USUAL = new LoadTiers(
            List.of(new LoadTier(50, 0), new LoadTier(75, 60), new LoadTier(90, 150), new LoadTier(100, 300)));

    /** No visit costs more than another. */
    public static final LoadTiers FLAT = new LoadTiers(List.of(new LoadTier(100, 0)));

    /**
     * Looks whether they make sense.
     *
     * @throws BrokenInstance if the bands do not rise, or do not end at 100 percent
     */
    public LoadTiers {
        bands = List.copyOf(bands);
        int percent = 0;
        int cost = 0;
        for (LoadTier band : bands) {
            if (band.percent() <= percent || band.cost() < cost) {
                throw new BrokenInstance("load tiers must rise from band to band, from 0 on: " + bands);
            }
            percent = band.percent();
            cost = band.cost();
        }
        if (percent != 100) {
            throw new BrokenInstance("the last load tier must end at 100 percent: " + bands);
        }
    }

    /** How many visits of a week with this capacity lie in the bands up to this one. */
    int end(int band, int capacity) {
        return (int) ((long) capacity * bands.get(band).percent() / 100);
    }

    /** Points of the visit that follows {@code taken} others in a week with this capacity. */
    public int costOfNext(int taken, int capacity) {
        for (int band = 0; band < bands.size(); band++) {
            if (taken < end(band, capacity)) {
                return bands.get(band).cost();
            }
        }
        return bands.get(bands.size() - 1).cost();
    }

    /** Points of the visits from {@code taken} (excluded) to {@code load} (included). */
    public long cost(int taken, int load, int capacity) {
        long cost = 0;
        int from = taken;
        for (int band = 0; band < bands.size() && from < load; band++) {
            int upTo = Math.min(load, end(band, capacity));
            if (upTo > from) {
                cost += (long) (upTo - from) * bands.get(band).cost();
                from = upTo;
            }
        }
        return cost;
    }
}

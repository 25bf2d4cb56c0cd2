package org.diandan.matching;

import java.util.List;

/**
 * The weights of the score, in points, as docs/matching.md tells them. A change of any number is a new version.
 *
 * @param distance for a team on the spot; falls by the factor e every {@code distanceScale} kilometres
 * @param kilometresPerStep what one step between sites (village to township, township to county) counts as. Sites have
 *     no coordinates, so distance is counted in steps along the tree of divisions; the explanation says so
 * @param response for a team that accepts whatever it is asked, starting from {@code responseAccepted} of
 *     {@code responseAsked} as if it had a history
 * @param rating for each full mark above 3 half of it, starting from {@code ratingPrior} as if rated
 *     {@code ratingWeight} times
 * @param loadBands what a visit costs by how full the week becomes with it
 */
record Policy(
        int version,
        int distance,
        double distanceScale,
        double kilometresPerStep,
        int response,
        int responseAccepted,
        int responseAsked,
        int sameVillage,
        int sameTownship,
        int continuity,
        int rating,
        double ratingPrior,
        int ratingWeight,
        int speciality,
        List<LoadBand> loadBands) {

    /**
     * @param upTo the share of the weekly capacity, 0 to 1, that this band reaches to
     * @param points what a visit in it costs
     */
    record LoadBand(double upTo, int points) {}

    static final Policy STANDARD = new Policy(
            1,
            400,
            8,
            4,
            180,
            7,
            10,
            120,
            60,
            120,
            100,
            4.0,
            10,
            80,
            List.of(new LoadBand(.50, 0), new LoadBand(.75, -60), new LoadBand(.90, -150), new LoadBand(1, -300)));
}

package org.diandan.policies;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The weights of the score, in points, as docs/matching.md tells them.
 *
 * @param distance for a team on the spot; falls by the factor e every {@code distanceScale} kilometres
 * @param distanceScale in kilometres
 * @param kilometresPerStep what one step between sites (village to township, township to county) counts as. Sites have
 *     no coordinates, so distance is counted in steps along the tree of divisions; the explanation says so
 * @param response for a team that accepts whatever it is asked, starting from {@code responseAccepted} of
 *     {@code responseAsked} as if it had a history
 * @param sameVillage for a team of the order's village
 * @param sameTownship for one of its township
 * @param continuity for a team that served this resident before and was rated 4 or 5
 * @param rating for each full mark above 3 half of it, starting from {@code ratingPrior} as if rated
 *     {@code ratingWeight} times
 * @param speciality for a team whose main category it is
 */
public record ScoreWeights(
        @Min(0) @Max(10_000) int distance,
        @DecimalMin("0.1") @DecimalMax("1000") double distanceScale,
        @DecimalMin("0") @DecimalMax("1000") double kilometresPerStep,
        @Min(0) @Max(10_000) int response,
        @Min(0) @Max(1000) int responseAccepted,
        @Min(1) @Max(1000) int responseAsked,
        @Min(0) @Max(10_000) int sameVillage,
        @Min(0) @Max(10_000) int sameTownship,
        @Min(0) @Max(10_000) int continuity,
        @Min(0) @Max(10_000) int rating,
        @DecimalMin("1") @DecimalMax("5") double ratingPrior,
        @Min(1) @Max(1000) int ratingWeight,
        @Min(0) @Max(10_000) int speciality) {}

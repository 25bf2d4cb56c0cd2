package org.diandan.offers;

import java.time.Instant;

/**
 * How fairly volunteers were asked in a period, and what came of it. Shares and means are rounded to four digits.
 *
 * @param offers made by the program; claims from the pool are not among them
 * @param asked how many volunteers got one at least
 * @param shareOfMostAskedTenth of all offers, those to the tenth of the asked volunteers who got most; .1 were equal
 * @param jain Jain's index of the offers of each asked volunteer: 1 if all got as many, towards 0 if one got all (Jain,
 *     Chiu, Hawe 1984)
 * @param offersAVolunteer mean over the asked
 * @param acceptance accepted of those that were answered or ran out
 * @param claims taken from the pool
 * @param visitsSought visits for which asking began in the period
 * @param visitsFilled how many of them had all their people
 * @param medianMinutesToFill from the first ask to the last place, in tenths of a minute
 */
record OfferFairness(
        String center,
        Instant from,
        Instant to,
        long offers,
        long asked,
        double shareOfMostAskedTenth,
        double jain,
        double offersAVolunteer,
        double acceptance,
        long claims,
        long visitsSought,
        long visitsFilled,
        double medianMinutesToFill) {}

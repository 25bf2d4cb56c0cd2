package org.diandan.matching;

import java.util.List;

/**
 * What a plan comes to, now and once it is put into effect. Matched is an order that a team is asked for.
 *
 * @param orders for which a team is sought and that may be moved
 * @param leftAlone orders for which a team is sought besides: asked by hand, or of several teams at once
 * @param withoutTeam of {@code orders} those that no team may take
 * @param objectiveNow value and score of what is matched, less what the load of the teams costs, in points
 * @param moves how many orders would go elsewhere
 * @param townships the same by township, in the order of their codes
 */
public record PlanTotals(
        int orders,
        int leftAlone,
        int withoutTeam,
        int matchedNow,
        int matchedThen,
        long objectiveNow,
        long objectiveThen,
        int moves,
        List<Township> townships) {

    /**
     * A township's part of it.
     *
     * @param code of the township, or of the Center for what is its own
     */
    public record Township(String code, int orders, int matchedNow, int matchedThen, int moves) {

        Township and(Township more) {
            return new Township(
                    code,
                    orders + more.orders,
                    matchedNow + more.matchedNow,
                    matchedThen + more.matchedThen,
                    moves + more.moves);
        }
    }
}

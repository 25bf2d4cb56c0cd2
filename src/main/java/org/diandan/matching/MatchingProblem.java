package org.diandan.matching;

import org.diandan.shared.ProblemType;

/** The refusals of this room; docs/problems.md tells what each one means and what to do. */
enum MatchingProblem implements ProblemType {
    /** The routing has been answered, has run out or was taken back. Member {@code state}. */
    ROUTING_NOT_NOW(409, "routing-not-now"),
    /** The routing is for another team's leader to answer. */
    NOT_YOUR_TEAM(403, "routing-not-your-team"),
    /** The team cannot take the order. Argument and member {@code obstacle}: why. */
    TEAM_NOT_ELIGIBLE(409, "team-not-eligible"),
    /** The team's place went to another order at the same moment. */
    TEAM_FULL(409, "team-full"),
    /** The team holds this order's question already. */
    ALREADY_ASKED(409, "team-already-asked"),
    /** There is no such team in the order's Center. */
    UNKNOWN_TEAM(400, "unknown-team"),
    /** No team is being sought for the order now. Member {@code state}. */
    NOT_SEEKING(409, "order-seeks-no-team"),
    /** A dispatcher who does not take the best team says why. */
    OVERRIDE_REASON_MISSING(400, "override-reason-missing"),
    /** Only the choice OTHER stands for what its words say. */
    DECLINE_TEXT_MISSING(400, "decline-text-missing"),
    /** Only the Center's dispatcher ends a search for good. */
    NOT_AT_CENTER(403, "not-dispatcher-of-center"),
    /** A reason that does not tell why nobody was found, or OTHER without words. */
    GIVE_UP_REASON(400, "give-up-reason"),
    /** A team has yet to answer. */
    STILL_ASKING(409, "team-still-asked"),
    /** No order of the Center seeks a team. */
    NOTHING_TO_PLAN(409, "nothing-to-plan"),
    /** Somebody plans already. Arguments: who, since when. Members {@code plan} and {@code state}. */
    PLAN_IN_PROGRESS(409, "plan-in-progress"),
    /** Told by the job: no team may take any of the orders. Argument: how many there are. */
    PLAN_INFEASIBLE(409, "plan-infeasible"),
    /** The plan is not at the point where this may be done. Members {@code state} and {@code actions}. */
    PLAN_NOT_NOW(409, "plan-not-now");

    private final int status;
    private final String slug;

    MatchingProblem(int status, String slug) {
        this.status = status;
        this.slug = slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String slug() {
        return slug;
    }
}

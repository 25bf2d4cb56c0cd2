package org.diandan.assignment;

/**
 * The best assignment of all, proved: minimum-cost flow from each order to a place (team, slot), on to the team, and
 * through its load tiers to the sink; an order without a team flows there directly at cost 0.
 *
 * <p>The tiers are convex, so a flow fills them from the cheapest, and the optimum of the flow is that of the problem
 * (Ahuja, Magnanti and Orlin, Network Flows, 1993, section 14.3). Solved by {@link NetworkSimplex}; 10,000 orders and
 * 330 teams with 115,000 arcs take well under a second. Without state: may be shared by threads.
 */
public final class ExactEngine {

    /** The best plan. The same instance always gives the same plan. */
    public Plan plan(Instance instance) {
        return plan(instance, Watch.NONE);
    }

    /**
     * The best plan, looked in on.
     *
     * @throws java.util.concurrent.CancellationException when the watch says so
     */
    public Plan plan(Instance instance, Watch watch) {
        var network = new AssignmentNetwork(instance);
        var simplex = new NetworkSimplex(network.network(), network.sink(), network.firstTree());
        simplex.run(watch);
        Assignment assignment = network.assignment();
        Prices prices = network.prices(simplex);
        return new Plan(assignment, assignment.objective(instance), prices, simplex.exchanges());
    }
}

package org.diandan.assignment;

import java.util.Arrays;
import java.util.PriorityQueue;

/** A network with its flow: where one more unit could still go, or an old one go back. */
final class Residual {

    private final Network network;
    private final int[] firstArc;
    private final int[] arcs;

    Residual(Network network) {
        this.network = network;
        this.firstArc = new int[network.nodes() + 1];
        this.arcs = new int[2 * network.arcs()];
        listArcsOfNodes();
    }

    private void listArcsOfNodes() {
        for (int arc = 0; arc < network.arcs(); arc++) {
            firstArc[network.source()[arc] + 1]++;
            firstArc[network.target()[arc] + 1]++;
        }
        Arrays.parallelPrefix(firstArc, Integer::sum);
        int[] free = firstArc.clone();
        for (int arc = 0; arc < network.arcs(); arc++) {
            arcs[free[network.source()[arc]]++] = arc;
            arcs[free[network.target()[arc]]++] = arc;
        }
    }

    /**
     * What one more unit from each node costs on its cheapest way to the sink; {@link Integer#MAX_VALUE} where there is
     * none. Dijkstra's algorithm on reduced costs, which the solver's potentials keep from being negative (Johnson 1977).
     */
    int[] distancesTo(int sink, NetworkSimplex solved) {
        long[] reduced = new long[network.nodes()];
        Arrays.fill(reduced, Long.MAX_VALUE);
        reduced[sink] = 0;
        var nearest = new PriorityQueue<Reached>();
        nearest.add(new Reached(sink, 0));
        while (!nearest.isEmpty()) {
            Reached reached = nearest.remove();
            if (reached.distance() == reduced[reached.node()]) {
                lookBack(reached, reduced, nearest, solved);
            }
        }
        int[] distance = new int[network.nodes()];
        for (int node = 0; node < network.nodes(); node++) {
            distance[node] = reduced[node] == Long.MAX_VALUE
                    ? Integer.MAX_VALUE
                    : (int) (reduced[node] - solved.potential(node) + solved.potential(sink));
        }
        return distance;
    }

    private void lookBack(Reached to, long[] reduced, PriorityQueue<Reached> nearest, NetworkSimplex solved) {
        for (int at = firstArc[to.node()]; at < firstArc[to.node() + 1]; at++) {
            int arc = arcs[at];
            boolean forward = network.target()[arc] == to.node();
            int flow = network.flow()[arc];
            if (forward ? flow < network.capacity()[arc] : flow > 0) {
                int node = forward ? network.source()[arc] : network.target()[arc];
                int cost = forward ? network.cost()[arc] : -network.cost()[arc];
                long distance = to.distance() + cost + solved.potential(node) - solved.potential(to.node());
                if (distance < reduced[node]) {
                    reduced[node] = distance;
                    nearest.add(new Reached(node, distance));
                }
            }
        }
    }

    /** A node and how far it is. */
    private record Reached(int node, long distance) implements Comparable<Reached> {

        @Override
        public int compareTo(Reached other) {
            return Long.compare(distance, other.distance);
        }
    }
}

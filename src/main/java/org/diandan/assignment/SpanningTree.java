package org.diandan.assignment;

import java.util.Arrays;

/**
 * A spanning tree of a network, with the dual of each node. Each node but the root hangs by one arc below its parent;
 * children are listed, so that a subtree is moved in time proportional to its size (Ahuja, Magnanti and Orlin, Network
 * Flows, 1993, section 11.3).
 */
final class SpanningTree {

    private static final int NONE = -1;

    private final int[] source;
    private final int[] target;
    private final int[] cost;

    /** By which arc a node hangs; {@code -1} at the root alone. */
    private final int[] arc;

    private final int[] parent;
    private final int[] depth;
    private final int[] firstChild;
    private final int[] next;
    private final int[] previous;

    /** What a unit at the root costs more than a unit here. */
    private final long[] potential;

    /**
     * Plants a tree.
     *
     * @param arc for each node the arc that joins it to its parent; {@code -1} at the root
     */
    SpanningTree(Network network, int root, int[] arc) {
        this.source = network.source();
        this.target = network.target();
        this.cost = network.cost();
        this.arc = arc;
        int nodes = network.nodes();
        this.parent = new int[nodes];
        this.depth = new int[nodes];
        this.firstChild = new int[nodes];
        this.next = new int[nodes];
        this.previous = new int[nodes];
        this.potential = new long[nodes];
        Arrays.fill(firstChild, NONE);
        for (int node = 0; node < nodes; node++) {
            if (node != root) {
                hang(node, source[arc[node]] == node ? target[arc[node]] : source[arc[node]]);
            }
        }
        settle(root, nodes);
    }

    /** Depths and potentials, from the root down. */
    private void settle(int root, int nodes) {
        int[] open = new int[nodes];
        int count = 0;
        open[count++] = root;
        while (count > 0) {
            int node = open[--count];
            if (node != root) {
                depth[node] = depth[parent[node]] + 1;
                potential[node] = potential[parent[node]] + (isDown(node) ? cost[arc[node]] : -cost[arc[node]]);
            }
            for (int child = firstChild[node]; child != NONE; child = next[child]) {
                open[count++] = child;
            }
        }
    }

    int parent(int node) {
        return parent[node];
    }

    int arc(int node) {
        return arc[node];
    }

    long potential(int node) {
        return potential[node];
    }

    /** Whether the arc by which the node hangs points from its parent to it. */
    boolean isDown(int node) {
        return target[arc[node]] == node;
    }

    /** What a unit along the arc would change, all else being adjusted in the tree. 0 for arcs of the tree. */
    long reducedCost(int each) {
        return cost[each] + potential[source[each]] - potential[target[each]];
    }

    /** Where the ways of two nodes to the root meet. */
    int join(int one, int other) {
        int a = one;
        int b = other;
        while (a != b) {
            if (depth[a] >= depth[b]) {
                a = parent[a];
            } else {
                b = parent[b];
            }
        }
        return a;
    }

    /**
     * Cuts off the subtree at {@code cut}, turns it so that {@code top} is its top, and hangs it anew.
     *
     * @param entering the arc by which the top hangs now
     * @param shift added to the potentials of the subtree, so that the reduced cost of that arc becomes 0
     */
    void move(int cut, int top, int below, int entering, long shift) {
        int node = top;
        int above = below;
        int by = entering;
        while (above != cut) {
            int oldParent = parent[node];
            int oldArc = arc[node];
            unhang(node);
            arc[node] = by;
            hang(node, above);
            above = node;
            by = oldArc;
            node = oldParent;
        }
        shift(top, shift);
    }

    private void hang(int node, int above) {
        parent[node] = above;
        previous[node] = NONE;
        next[node] = firstChild[above];
        if (firstChild[above] != NONE) {
            previous[firstChild[above]] = node;
        }
        firstChild[above] = node;
    }

    private void unhang(int node) {
        if (previous[node] == NONE) {
            firstChild[parent[node]] = next[node];
        } else {
            next[previous[node]] = next[node];
        }
        if (next[node] != NONE) {
            previous[next[node]] = previous[node];
        }
    }

    /** Adds to the potentials of a subtree and counts its depths anew, parents before children. */
    private void shift(int top, long shift) {
        int node = top;
        while (true) {
            depth[node] = depth[parent[node]] + 1;
            potential[node] += shift;
            if (firstChild[node] != NONE) {
                node = firstChild[node];
            } else {
                while (node != top && next[node] == NONE) {
                    node = parent[node];
                }
                if (node == top) {
                    return;
                }
                node = next[node];
            }
        }
    }
}

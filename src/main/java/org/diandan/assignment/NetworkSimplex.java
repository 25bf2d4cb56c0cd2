package org.diandan.assignment;

import java.util.concurrent.CancellationException;

/**
 * Minimum-cost flow by the primal network simplex method: the flow of a spanning tree is improved by exchanging one arc
 * at a time, until no arc has a negative reduced cost. Costs are whole numbers, so the optimum is exact.
 *
 * <p>The tree stays strongly feasible (Cunningham, A network simplex method, Mathematical Programming 11, 1976): from
 * every node one more unit could flow to the root. That alone keeps the method from running in circles. The entering
 * arc is the best of a block (Kiraly and Kovacs, Efficient implementations of minimum-cost flow algorithms, Acta
 * Universitatis Sapientiae, Informatica 4, 2012). Exponential at worst; here about one to ten exchanges a node, each in
 * time proportional to a block and to the subtree that moves. Memory is proportional to nodes and arcs.
 *
 * <p>The caller gives the first tree, so no artificial arcs are needed. For one use, by one thread.
 */
final class NetworkSimplex {

    private static final int NONE = -1;
    private static final int SMALLEST_BLOCK = 64;
    private static final int LOOKED_IN_EVERY = 1024;

    private final int arcs;
    private final int[] source;
    private final int[] target;
    private final int[] capacity;
    private final int[] flow;
    private final SpanningTree tree;
    private final boolean[] inTree;

    private int scanned;
    private long exchanges;

    /**
     * Starts from a tree.
     *
     * @param network with the flow of the tree, which is changed in place; no arc but those of the tree has capacity 0
     * @param treeArcs for each node the arc that joins it to its parent; {@code -1} at the root
     */
    NetworkSimplex(Network network, int root, int[] treeArcs) {
        this.arcs = network.arcs();
        this.source = network.source();
        this.target = network.target();
        this.capacity = network.capacity();
        this.flow = network.flow();
        this.inTree = new boolean[arcs];
        for (int arc : treeArcs) {
            if (arc != NONE) {
                inTree[arc] = true;
            }
        }
        this.tree = new SpanningTree(network, root, treeArcs);
    }

    /** Runs to the optimum. */
    void run(Watch watch) {
        int block = Math.max(SMALLEST_BLOCK, (int) Math.sqrt(arcs));
        for (int entering = enteringArc(block); entering != NONE; entering = enteringArc(block)) {
            if (exchanges++ % LOOKED_IN_EVERY == 0 && !watch.goesOn()) {
                throw new CancellationException();
            }
            exchange(entering);
        }
    }

    long exchanges() {
        return exchanges;
    }

    long potential(int node) {
        return tree.potential(node);
    }

    /** The arc that improves most among the next block that holds any; the search goes on where it ended. */
    private int enteringArc(int block) {
        long best = 0;
        int found = NONE;
        int left = block;
        for (int seen = 0; seen < arcs; seen++) {
            int arc = scanned;
            scanned = arc + 1 == arcs ? 0 : arc + 1;
            if (!inTree[arc]) {
                long reduced = tree.reducedCost(arc);
                long change = flow[arc] == 0 ? reduced : -reduced;
                if (change < best) {
                    best = change;
                    found = arc;
                }
            }
            if (--left == 0) {
                if (found != NONE) {
                    return found;
                }
                left = block;
            }
        }
        return found;
    }

    /**
     * Sends flow around the cycle that the entering arc closes, from the join of its ends along the arc and back. Of
     * the arcs that block, the last one leaves; that keeps the tree strongly feasible.
     */
    private void exchange(int entering) {
        boolean forward = flow[entering] == 0;
        int from = forward ? source[entering] : target[entering];
        int into = forward ? target[entering] : source[entering];
        int join = tree.join(from, into);
        int step = capacity[entering];
        int leaving = NONE;
        boolean before = false;
        for (int node = from; node != join; node = tree.parent(node)) {
            int room = room(node, tree.isDown(node));
            if (room < step) {
                step = room;
                leaving = node;
                before = true;
            }
        }
        for (int node = into; node != join; node = tree.parent(node)) {
            int room = room(node, !tree.isDown(node));
            if (room <= step) {
                step = room;
                leaving = node;
                before = false;
            }
        }
        if (step > 0) {
            flow[entering] += forward ? step : -step;
            push(from, join, step);
            push(into, join, -step);
        }
        if (leaving != NONE) {
            inTree[entering] = true;
            inTree[tree.arc(leaving)] = false;
            int top = before ? from : into;
            long reduced = tree.reducedCost(entering);
            tree.move(leaving, top, before ? into : from, entering, top == source[entering] ? -reduced : reduced);
        }
    }

    /** How much more the arc above a node carries, along it or against it. */
    private int room(int node, boolean along) {
        int arc = tree.arc(node);
        return along ? capacity[arc] - flow[arc] : flow[arc];
    }

    /** Sends so much from the join down to a node. */
    private void push(int bottom, int join, int step) {
        for (int node = bottom; node != join; node = tree.parent(node)) {
            flow[tree.arc(node)] += tree.isDown(node) ? step : -step;
        }
    }
}

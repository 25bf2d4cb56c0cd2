package org.diandan.assignment;

import java.util.stream.IntStream;

/** Collects the arcs of a network. */
final class Arcs {

    private final IntStream.Builder source = IntStream.builder();
    private final IntStream.Builder target = IntStream.builder();
    private final IntStream.Builder cost = IntStream.builder();
    private final IntStream.Builder capacity = IntStream.builder();
    private final IntStream.Builder flow = IntStream.builder();
    private int count;

    /** Adds an arc, and tells its index. */
    int add(int from, int to, int costOfOne, int room, int used) {
        source.add(from);
        target.add(to);
        cost.add(costOfOne);
        capacity.add(room);
        flow.add(used);
        return count++;
    }

    Network network(int nodes) {
        return new Network(nodes, array(source), array(target), array(cost), array(capacity), array(flow));
    }

    private static int[] array(IntStream.Builder numbers) {
        return numbers.build().toArray();
    }
}

package org.diandan.assignment;

/**
 * A network with a flow, as flat arrays of one length. Arrays are not copied: a solver changes {@code flow} in place.
 *
 * @param cost of one unit
 */
@SuppressWarnings("ArrayRecordComponent") // passed from hand to hand, never compared
record Network(int nodes, int[] source, int[] target, int[] cost, int[] capacity, int[] flow) {

    int arcs() {
        return source.length;
    }
}

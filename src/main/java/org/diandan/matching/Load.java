package org.diandan.matching;

/** How many orders a team holds in a week, of how many that its slots have room for. */
record Load(int used, int capacity) {

    /** From 0 (idle) to 1 (full). A team without slots counts as full. */
    double relative() {
        return capacity == 0 ? 1 : (double) used / capacity;
    }
}

package org.diandan.matching;

import java.util.Collection;

/** Jain's index of fairness (Jain, Chiu and Hawe, DEC-TR-301, 1984): how equally something is shared. */
final class Jain {

    private Jain() {}

    /** From 1/n, where one has all, to 1, where all have the same; 1 where nobody has anything. */
    static double index(Collection<Double> shares) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        double squares = shares.stream().mapToDouble(share -> share * share).sum();
        return squares == 0 ? 1 : sum * sum / (shares.size() * squares);
    }
}

package org.diandan.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An independent judge: the cost-scaling solver of OR-Tools finds the same optimum. */
class OrToolsTest {

    @BeforeAll
    static void itsLibraryIsForThisMachine() {
        try {
            Loader.loadNativeLibraries();
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            abort("OR-Tools has no library for this machine here: " + e);
        }
    }

    @Test
    void smallInstancesHaveTheSameOptimum() {
        for (long seed = 1000; seed < 1300; seed++) {
            Instance instance = SmallInstances.random(seed);
            assertThat(new ExactEngine().plan(instance).objective())
                    .as("seed " + seed)
                    .isEqualTo(optimum(instance));
        }
    }

    @Test
    void wholeCountiesHaveTheSameOptimum() {
        for (double load : new double[] {1.3, 1.0, 0.7}) {
            Instance week = new MadeCounty(8, 200, (int) (5000 * load), false).week(1, 5000);
            Plan plan = new ExactEngine().plan(week);
            assertThat(plan.objective())
                    .isEqualTo(optimum(week))
                    .isEqualTo(plan.prices().bound(week));
        }
    }

    private static long optimum(Instance instance) {
        var posed = new AssignmentNetwork(instance);
        Network network = posed.network();
        var judge = new MinCostFlow();
        for (int arc = 0; arc < network.arcs(); arc++) {
            judge.addArcWithCapacityAndUnitCost(
                    network.source()[arc], network.target()[arc], network.capacity()[arc], network.cost()[arc]);
        }
        for (int order = 0; order < instance.orders(); order++) {
            judge.setNodeSupply(order, 1);
        }
        judge.setNodeSupply(posed.sink(), -instance.orders());
        assertThat(judge.solve()).isEqualTo(MinCostFlowBase.Status.OPTIMAL);
        return -judge.getOptimalCost();
    }
}

package org.diandan.assignment;

import java.util.Random;
import org.diandan.shared.Urgency;

/** Instances small enough to try every assignment, with everything in them that can be odd. */
final class SmallInstances {

    private SmallInstances() {}

    static Instance random(long seed) {
        var chance = new Random(seed);
        int teams = 1 + chance.nextInt(4);
        int slots = 1 + chance.nextInt(3);
        int[] weekly = new int[teams];
        int[] taken = new int[teams];
        int[][] places = new int[teams][slots];
        for (int team = 0; team < teams; team++) {
            weekly[team] = chance.nextInt(6);
            taken[team] = chance.nextInt(weekly[team] + 1) / 2;
            for (int slot = 0; slot < slots; slot++) {
                places[team][slot] = chance.nextInt(3);
            }
        }
        Instance.Builder instance = Instance.builder(Supply.of(LoadTiers.USUAL, weekly, taken, places));
        int orders = chance.nextInt(8);
        for (int order = 0; order < orders; order++) {
            instance.order(chance.nextInt(slots), 50 * chance.nextInt(12), Urgency.values()[chance.nextInt(4)]);
            for (int team = 0; team < teams; team++) {
                if (chance.nextInt(3) > 0) {
                    instance.arc(order, team, 10 * chance.nextInt(60) - 100);
                }
            }
        }
        return instance.build();
    }

    /** The best objective, by trying everything. */
    static long best(Instance instance) {
        Supply supply = instance.supply();
        return best(instance, 0, supply.places(), supply.taken());
    }

    private static long best(Instance instance, int order, int[] left, int[] load) {
        if (order == instance.orders()) {
            return 0;
        }
        Supply supply = instance.supply();
        long best = best(instance, order + 1, left, load);
        for (int arc = instance.firstArc(order); arc < instance.firstArc(order + 1); arc++) {
            int team = instance.team(arc);
            int place = team * supply.slots() + instance.slot(order);
            if (left[place] > 0 && load[team] < supply.weekly(team)) {
                int tier = supply.tiers().costOfNext(load[team], supply.weekly(team));
                left[place]--;
                load[team]++;
                best = Math.max(
                        best,
                        instance.value(order) + instance.score(arc) - tier + best(instance, order + 1, left, load));
                left[place]++;
                load[team]--;
            }
        }
        return best;
    }
}

package org.diandan.assignment;

import java.util.Random;
import org.diandan.shared.Urgency;

/**
 * A county that nobody lives in: teams with their places, and weeks of orders for them. The same seed makes the same
 * county, and the weeks of a county differ by chance alone.
 *
 * <p>Made as the design describes a real one: townships of villages on a plane, a few large teams that cover the county
 * and many small ones that cover a township or a village, categories that not everyone offers, slots that not everyone
 * opens, and the points of {@code docs/matching.md}.
 */
final class MadeCounty {

    private static final int SLOTS = 14;
    private static final int CATEGORIES = 8;
    private static final int TOWNSHIPS = 14;
    private static final int VILLAGES = 16;
    private static final double SIZE_KM = 60;
    private static final double TOWNSHIP_KM = 6;

    private static final int COUNTY = 0;
    private static final int TOWNSHIP = 1;
    private static final int VILLAGE = 2;

    private final boolean lifted;
    private final double[][] township = new double[TOWNSHIPS][];
    private final double[][] village = new double[TOWNSHIPS * VILLAGES][];
    private final double[] weight = new double[TOWNSHIPS * VILLAGES];
    private final int[] reach;
    private final int[] home;
    private final boolean[][] offers;
    private final int[] main;
    private final double[] merit;
    private final Supply supply;

    /**
     * @param visits what all teams can take in a week
     * @param lifted whether every team may serve the whole county, as in a mobilisation
     */
    MadeCounty(long seed, int teams, int visits, boolean lifted) {
        var chance = new Random(seed);
        this.lifted = lifted;
        for (int each = 0; each < TOWNSHIPS; each++) {
            township[each] = new double[] {chance.nextDouble() * SIZE_KM, chance.nextDouble() * SIZE_KM};
        }
        for (int each = 0; each < village.length; each++) {
            double[] centre = township[each / VILLAGES];
            village[each] = new double[] {
                centre[0] + chance.nextGaussian() * TOWNSHIP_KM, centre[1] + chance.nextGaussian() * TOWNSHIP_KM
            };
            weight[each] = Math.exp(chance.nextGaussian() * 0.5);
        }
        this.reach = new int[teams];
        this.home = new int[teams];
        this.offers = new boolean[teams][CATEGORIES];
        this.main = new int[teams];
        this.merit = new double[teams];
        double[] size = new double[teams];
        for (int team = 0; team < teams; team++) {
            double kind = chance.nextDouble();
            reach[team] = kind < 0.03 ? COUNTY : kind < 0.5 ? TOWNSHIP : VILLAGE;
            home[team] = chance.nextInt(village.length);
            main[team] = chance.nextInt(CATEGORIES);
            double share = reach[team] == COUNTY ? 0.65 : 0.35;
            for (int category = 0; category < CATEGORIES; category++) {
                offers[team][category] = category == main[team] || chance.nextDouble() < share;
            }
            merit[team] = 90 + chance.nextInt(140);
            size[team] = Math.exp(chance.nextGaussian() * 0.6) * (reach[team] == COUNTY ? 5 : 1);
        }
        this.supply = supply(chance, size, visits);
    }

    private static Supply supply(Random chance, double[] size, int visits) {
        double sum = 0;
        for (double each : size) {
            sum += each;
        }
        int[] weekly = new int[size.length];
        int[][] places = new int[size.length][SLOTS];
        for (int team = 0; team < size.length; team++) {
            weekly[team] = (int) Math.max(2, Math.round(size[team] / sum * visits));
            double opens = 0.35 + 0.65 * chance.nextDouble();
            int open = 0;
            boolean[] slots = new boolean[SLOTS];
            for (int slot = 0; slot < SLOTS; slot++) {
                slots[slot] = chance.nextDouble() < opens;
                open += slots[slot] ? 1 : 0;
            }
            for (int slot = 0; slot < SLOTS; slot++) {
                places[team][slot] = slots[slot] ? (int) Math.ceil(1.6 * weekly[team] / open) : 0;
            }
        }
        return Supply.of(LoadTiers.USUAL, weekly, places);
    }

    /** So many orders of a week. */
    Instance week(long seed, int orders) {
        var chance = new Random(seed);
        double total = 0;
        for (double each : weight) {
            total += each;
        }
        Instance.Builder week = Instance.builder(supply);
        for (int order = 0; order < orders; order++) {
            int place = place(chance.nextDouble() * total);
            int category = (int) (CATEGORIES * Math.pow(chance.nextDouble(), 1.3));
            int slot = chance.nextInt(SLOTS);
            Urgency urgency = urgency(chance.nextDouble());
            week.order(slot, value(urgency, chance), urgency);
            for (int team = 0; team < supply.teams(); team++) {
                boolean covers = lifted || covers(team, place);
                if (covers && offers[team][category] && supply.places(team, slot) > 0) {
                    week.arc(order, team, score(chance, team, place, category));
                }
            }
        }
        return week.build();
    }

    private int place(double at) {
        double left = at;
        for (int each = 0; each < weight.length; each++) {
            left -= weight[each];
            if (left < 0) {
                return each;
            }
        }
        return weight.length - 1;
    }

    private static Urgency urgency(double at) {
        return at < 0.25
                ? Urgency.PLANNED
                : at < 0.85 ? Urgency.NORMAL : at < 0.97 ? Urgency.URGENT : Urgency.EMERGENCY;
    }

    private static int value(Urgency urgency, Random chance) {
        int base =
                switch (urgency) {
                    case PLANNED -> 1000;
                    case NORMAL -> 1500;
                    case URGENT -> 2500;
                    case EMERGENCY -> 4000;
                };
        double factor = 1
                + (chance.nextDouble() < 0.2 ? 0.25 : 0)
                + (chance.nextDouble() < 0.1 ? 0.25 : 0)
                + (chance.nextDouble() < 0.14 ? 0.15 : 0);
        return (int) Math.round(base * factor);
    }

    private boolean covers(int team, int place) {
        return switch (reach[team]) {
            case COUNTY -> true;
            case TOWNSHIP -> home[team] / VILLAGES == place / VILLAGES;
            default -> home[team] == place;
        };
    }

    private int score(Random chance, int team, int place, int category) {
        double distance =
                Math.hypot(village[home[team]][0] - village[place][0], village[home[team]][1] - village[place][1]);
        double near = home[team] == place ? 120 : home[team] / VILLAGES == place / VILLAGES ? 60 : 0;
        double known = chance.nextDouble() < 0.05 ? 120 : 0;
        return (int) Math.round(
                400 * Math.exp(-distance / 8) + near + known + merit[team] + (category == main[team] ? 80 : 0));
    }
}

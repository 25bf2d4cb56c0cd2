package org.diandan.assignment;

import java.util.ArrayList;
import java.util.List;
import org.diandan.shared.Urgency;

/**
 * Which orders are still to come in the week: such as came in an earlier one, and such as came in this one so far. What
 * is expected is a part of them, as large as what is missing of the week, spread evenly over all; each time another
 * part, so that no chance of one week rules. For one engine, which tells it what has come.
 */
public final class Forecast {

    /** The fraction of the golden ratio: parts that begin so far from each other overlap least (Weyl 1916). */
    private static final double GOLDEN = 0.6180339887498949;

    private final List<Arrival> known;
    private final int week;
    private int come;
    private int emergencies;
    private double most;
    private int parts;

    private Forecast(List<Arrival> known) {
        this.known = known;
        this.week = known.size();
        known.forEach(this::note);
    }

    /** Nothing is known of the week. */
    public static Forecast none() {
        return new Forecast(new ArrayList<>());
    }

    /** This week will be like that one. */
    public static Forecast like(Instance past) {
        var known = new ArrayList<Arrival>();
        for (int order = 0; order < past.orders(); order++) {
            known.add(past.arrival(order));
        }
        return new Forecast(known);
    }

    boolean isEmpty() {
        return week == 0;
    }

    /** One of them has come. */
    void come(Arrival order) {
        known.add(order);
        come++;
        note(order);
    }

    /**
     * What may come until the week ends.
     *
     * @param least how many, should the week be longer than the earlier one
     */
    List<Arrival> next(int least) {
        int missing = Math.min(known.size(), Math.max(week - come, least));
        double from = parts++ * GOLDEN % 1;
        var next = new ArrayList<Arrival>(missing);
        for (int each = 0; each < missing; each++) {
            next.add(known.get((int) ((each + from) * known.size() / missing)));
        }
        return next;
    }

    /** All of which the parts are taken. */
    List<Arrival> known() {
        return known;
    }

    /** How many emergencies are still expected for each order that is known. */
    double emergenciesPerKnown(int least) {
        double share = (double) emergencies / known.size();
        return share * Math.max(week - come, least) / known.size();
    }

    /** The most that any known order brings. */
    double most() {
        return most;
    }

    private void note(Arrival order) {
        if (order.urgency() == Urgency.EMERGENCY) {
            emergencies++;
        }
        for (int score : order.scores()) {
            most = Math.max(most, (double) order.value() + score);
        }
    }
}

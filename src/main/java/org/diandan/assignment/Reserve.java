package org.diandan.assignment;

import java.util.List;

/**
 * The last places on which somebody depends. Bid prices speak of averages; this counts, for a place that is about to
 * close, those known orders that would be left with no open team at all, for each of them could be an emergency.
 *
 * <p>A place and a week that close are noted in time proportional to the known orders that lose an open team by it: over
 * a whole week, to all their arcs.
 */
final class Reserve {

    private final Remaining remaining;
    private final int slots;
    private final List<Arrival> known;
    private final boolean[] closed;
    private final int[] openTeams;
    private final int[] firstAt;
    private final int[] at;
    private final int[] dependOnPlace;
    private final int[] dependOnTeam;

    Reserve(Remaining remaining, List<Arrival> known) {
        Supply supply = remaining.supply();
        this.remaining = remaining;
        this.slots = supply.slots();
        this.known = List.copyOf(known);
        this.closed = new boolean[supply.teams() * slots];
        this.openTeams = new int[known.size()];
        this.dependOnPlace = new int[closed.length];
        this.dependOnTeam = new int[supply.teams()];
        this.firstAt = new int[closed.length + 1];
        for (int team = 0; team < supply.teams(); team++) {
            for (int slot = 0; slot < slots; slot++) {
                closed[remaining.place(team, slot)] = !remaining.isOpen(team, slot);
            }
        }
        this.at = listKnownAtPlaces();
        for (int order = 0; order < openTeams.length; order++) {
            if (openTeams[order] == 1) {
                count(order, 1);
            }
        }
    }

    private int[] listKnownAtPlaces() {
        for (Arrival order : known) {
            for (int team : order.teams()) {
                firstAt[remaining.place(team, order.slot()) + 1]++;
            }
        }
        for (int place = 0; place < closed.length; place++) {
            firstAt[place + 1] += firstAt[place];
        }
        int[] free = firstAt.clone();
        int[] orders = new int[firstAt[closed.length]];
        for (int order = 0; order < openTeams.length; order++) {
            Arrival each = known.get(order);
            for (int team : each.teams()) {
                int place = remaining.place(team, each.slot());
                orders[free[place]++] = order;
                openTeams[order] += closed[place] ? 0 : 1;
            }
        }
        return orders;
    }

    /** How many of the known orders depend on what one more visit would close. */
    int dependents(int team, int slot) {
        if (remaining.isLastVisit(team)) {
            return dependOnTeam[team];
        }
        return remaining.isLastPlace(team, slot) ? dependOnPlace[remaining.place(team, slot)] : 0;
    }

    /** A visit was taken: notes what it closed. */
    void taken(int team, int slot) {
        for (int each = 0; each < slots; each++) {
            if (!remaining.isOpen(team, each) && !closed[remaining.place(team, each)]) {
                close(remaining.place(team, each));
            }
        }
    }

    private void close(int place) {
        for (int each = firstAt[place]; each < firstAt[place + 1]; each++) {
            if (openTeams[at[each]] == 1) {
                count(at[each], -1);
            }
        }
        closed[place] = true;
        for (int each = firstAt[place]; each < firstAt[place + 1]; each++) {
            if (--openTeams[at[each]] == 1) {
                count(at[each], 1);
            }
        }
    }

    /** Adds to the count of the one open team of an order. */
    private void count(int order, int dependents) {
        Arrival each = known.get(order);
        for (int team : each.teams()) {
            int place = remaining.place(team, each.slot());
            if (!closed[place]) {
                dependOnPlace[place] += dependents;
                dependOnTeam[team] += dependents;
            }
        }
    }
}

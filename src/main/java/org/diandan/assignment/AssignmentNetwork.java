package org.diandan.assignment;

import java.util.Arrays;

/**
 * An instance as a network. Nodes: the orders, a place for each team and slot, the teams, and the sink. Arcs: from an
 * order to each open place that may serve it and to the sink; from a place to its team; from a team to the sink, one for
 * each load tier that has room.
 *
 * <p>Everything hangs below the sink, which is the root of the first tree. Closed places (no room in the slot, or in the
 * week) hang there too, but no arc leads to them. The arcs of an order have room for two, though one unit comes: so none
 * of them ever blocks.
 */
final class AssignmentNetwork {

    private static final int NONE = -1;

    private final Instance instance;
    private final Supply supply;
    private final int firstPlace;
    private final int firstTeam;
    private final int sink;
    private final int[] firstArc;
    private final int[] treeArc;
    private final Network network;

    AssignmentNetwork(Instance instance) {
        this.instance = instance;
        this.supply = instance.supply();
        this.firstPlace = instance.orders();
        this.firstTeam = firstPlace + supply.teams() * supply.slots();
        this.sink = firstTeam + supply.teams();
        this.firstArc = new int[instance.orders() + 1];
        this.treeArc = new int[sink + 1];
        treeArc[sink] = NONE;
        var arcs = new Arcs();
        fromOrders(arcs);
        fromPlaces(arcs);
        fromTeams(arcs);
        this.network = arcs.network(sink + 1);
    }

    private void fromOrders(Arcs arcs) {
        for (int order = 0; order < instance.orders(); order++) {
            for (int arc = instance.firstArc(order); arc < instance.firstArc(order + 1); arc++) {
                int team = instance.team(arc);
                int slot = instance.slotOfArc(arc);
                if (supply.places(team, slot) > 0 && room(team) > 0) {
                    arcs.add(order, place(team, slot), -(instance.value(order) + instance.score(arc)), 2, 0);
                }
            }
            treeArc[order] = arcs.add(order, sink, 0, 2, 1);
            firstArc[order + 1] = treeArc[order] + 1;
        }
    }

    private void fromPlaces(Arcs arcs) {
        for (int team = 0; team < supply.teams(); team++) {
            for (int slot = 0; slot < supply.slots(); slot++) {
                int node = place(team, slot);
                treeArc[node] = arcs.add(node, firstTeam + team, 0, supply.places(team, slot), 0);
            }
        }
    }

    private void fromTeams(Arcs arcs) {
        LoadTiers tiers = supply.tiers();
        for (int team = 0; team < supply.teams(); team++) {
            int node = firstTeam + team;
            treeArc[node] = NONE;
            int taken = supply.taken(team);
            for (int band = 0; band < tiers.bands().size(); band++) {
                int end = tiers.end(band, supply.weekly(team));
                if (end > taken) {
                    int arc = arcs.add(node, sink, tiers.bands().get(band).cost(), end - taken, 0);
                    treeArc[node] = treeArc[node] == NONE ? arc : treeArc[node];
                    taken = end;
                }
            }
            if (treeArc[node] == NONE) {
                treeArc[node] = arcs.add(node, sink, 0, 0, 0);
            }
        }
    }

    private int place(int team, int slot) {
        return firstPlace + team * supply.slots() + slot;
    }

    private int room(int team) {
        return supply.weekly(team) - supply.taken(team);
    }

    Network network() {
        return network;
    }

    int sink() {
        return sink;
    }

    /** For each node the arc by which it hangs in the first tree; -1 for the sink. To be asked once. */
    int[] firstTree() {
        return new FirstTree(network, sink, firstArc, treeArc).grown();
    }

    /** What the flow says about each order. */
    Assignment assignment() {
        int[] team = new int[instance.orders()];
        int[] slot = new int[instance.orders()];
        Arrays.fill(team, NONE);
        for (int arc = 0; arc < firstArc[instance.orders()]; arc++) {
            if (network.flow()[arc] > 0 && network.target()[arc] != sink) {
                int place = network.target()[arc] - firstPlace;
                team[network.source()[arc]] = place / supply.slots();
                slot[network.source()[arc]] = place % supply.slots();
            }
        }
        return Assignment.of(team, slot);
    }

    /** What one more visit would cost, by the ways that are left to the sink. */
    Prices prices(NetworkSimplex solved) {
        int[] distance = new Residual(network).distancesTo(sink, solved);
        int[] ofPlace = new int[supply.teams() * supply.slots()];
        int[] ofTeam = new int[supply.teams()];
        for (int team = 0; team < supply.teams(); team++) {
            ofTeam[team] = room(team) == 0 ? Prices.CLOSED : distance[firstTeam + team];
            for (int slot = 0; slot < supply.slots(); slot++) {
                boolean closed = room(team) == 0 || supply.places(team, slot) == 0;
                ofPlace[team * supply.slots() + slot] = closed ? Prices.CLOSED : distance[place(team, slot)];
            }
        }
        return new Prices(supply.slots(), ofPlace, ofTeam);
    }
}

package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.catalogue.Limit;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;

/** Who has a part in an order: the one source of who sees it and may do what. */
@ApplicationScoped
@Transactional
public class Parties {

    private static final int CENTER_DIGITS = 6;

    private static final Set<Part> OWN = EnumSet.of(Part.SERVED, Part.PROXY);
    private static final Set<Part> CHAIN = EnumSet.of(Part.CLERK, Part.DISPATCHER);
    private static final Set<Part> SERVING = EnumSet.of(Part.LEADER, Part.EXPERT, Part.ATTENDING, Part.LEADING);

    private final Orders orders;
    private final OrderClocks clocks;
    private final Clock clock;

    Parties(Orders orders, OrderClocks clocks, Clock clock) {
        this.orders = orders;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Lets a team or account have this part in the order from now on; who has it already keeps it. */
    public void invite(UUID order, PartyKind kind, UUID party) {
        boolean has = orders.parties(order).stream().anyMatch(now -> now.is(kind, party));
        if (!has) {
            orders.add(new Party(order, kind, party, clock.instant()));
        }
    }

    /** Ends this part of the team or account now; who never had it is no error. */
    public void dismiss(UUID order, PartyKind kind, UUID party) {
        orders.parties(order).stream().filter(now -> now.is(kind, party)).forEach(now -> now.end(clock.instant()));
    }

    /** What the caller is to the order; empty when it does not exist for them. */
    public Set<Part> parts(UUID order, Scope scope) {
        return orders.find(order)
                .map(found -> parts(found, orders.parties(order), scope))
                .orElse(EnumSet.noneOf(Part.class));
    }

    /** For whom these orders exist now; an order that is unknown is left out. Two statements for each center. */
    public Map<UUID, Audience> audiences(Collection<UUID> ids) {
        Map<UUID, Audience> audiences = new HashMap<>();
        ids.stream().collect(Collectors.groupingBy(Ids::centerOf)).forEach((center, some) -> {
            Map<UUID, List<Party>> parties =
                    orders.parties(center, some).stream().collect(Collectors.groupingBy(Party::order));
            orders.all(center, some)
                    .forEach(order -> audiences.put(
                            order.id(), new Audience(order, parties.getOrDefault(order.id(), List.of()))));
        });
        return audiences;
    }

    /**
     * Tells whether somebody with these parts reads the name, phone, address and circumstances of whom the order serves:
     * the resident's own side always, the chain until the reopen window ends, those who serve until close (the section on
     * roles in docs/domain.md). Having ordered is no reason: a clerk does it by office, a proxy is one as long as allowed.
     */
    public boolean seesContact(UUID order, Set<Part> parts) {
        return orders.find(order).filter(found -> seesContact(found, parts)).isPresent();
    }

    boolean seesContact(Order order, Set<Part> parts) {
        if (!Collections.disjoint(parts, OWN)) {
            return true;
        }
        if (!Collections.disjoint(parts, CHAIN)) {
            Instant ended = order.round().endedAt();
            return ended == null || clock.instant().isBefore(clocks.due(order, Limit.REOPEN_WINDOW, ended));
        }
        return order.state().isOpen() && !Collections.disjoint(parts, SERVING);
    }

    static Set<Part> parts(Order order, Collection<Party> parties, Scope scope) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Set<UUID> teams = scope.teams(Role.LEADER, Role.EXPERT);
        for (Party party : parties) {
            boolean mine = party.kind() == PartyKind.TEAM
                    ? teams.contains(party.party())
                    : party.party().equals(scope.account());
            if (party.isNow() && mine) {
                parts.add(party.kind().part());
            }
        }
        addRoles(parts, order, scope);
        if (order.wasPlacedByOffice(scope.account()) && Collections.disjoint(parts, CHAIN)) {
            parts.remove(Part.REQUESTER);
        }
        return parts;
    }

    private static void addRoles(Set<Part> parts, Order order, Scope scope) {
        String site = order.need().site();
        if (scope.covers(site, Role.CLERK)) {
            parts.add(Part.CLERK);
        }
        if (scope.covers(site, Role.DISPATCHER)) {
            parts.add(Part.DISPATCHER);
        }
        if (scope.areas(Role.DISPATCHER).stream()
                .anyMatch(area -> area.code().length() <= CENTER_DIGITS && area.covers(site))) {
            parts.add(Part.CENTER_DISPATCHER);
        }
        if (scope.covers(site, Role.AUDITOR)) {
            parts.add(Part.AUDITOR);
        }
        if (scope.isIn(order.team(), Role.LEADER)) {
            parts.add(Part.LEADER);
        }
        // The expert named in the preparation keeps a party of their own; the grant alone makes any expert of the team
        // one.
        if (!scope.isIn(order.team(), Role.EXPERT)) {
            parts.remove(Part.EXPERT);
        } else {
            parts.add(Part.EXPERT);
        }
    }
}

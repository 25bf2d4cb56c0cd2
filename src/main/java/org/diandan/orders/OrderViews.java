package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.audit.Audit;
import org.diandan.audit.Subject;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.Limit;
import org.diandan.http.Language;
import org.diandan.identity.Accounts;
import org.diandan.residents.Circumstance;
import org.diandan.residents.Contact;
import org.diandan.residents.Residents;
import org.diandan.shared.Choice;
import org.diandan.shared.Masked;
import org.diandan.shared.Scope;
import org.diandan.shared.Texts;
import org.diandan.sites.Sites;
import org.diandan.volunteers.Teams;
import org.jspecify.annotations.Nullable;

/** Makes what callers read of an order: as much of it as they may see, in their language. */
@ApplicationScoped
class OrderViews {

    /** Those whose verbs go through a routing or a visit, not through the order. */
    private static final Set<OrderAction> ELSEWHERE = EnumSet.of(
            OrderAction.ACCEPT_ROUTING, OrderAction.START, OrderAction.PARTLY_DONE, OrderAction.NOT_POSSIBLE);

    private static final Set<Part> OWN = EnumSet.of(Part.REQUESTER, Part.SERVED, Part.PROXY);
    private static final Set<Part> CHAIN = EnumSet.of(Part.CLERK, Part.DISPATCHER);

    private final Orders orders;
    private final Parties parties;
    private final OrderClocks clocks;
    private final Catalogue catalogue;
    private final Sites sites;
    private final Residents residents;
    private final Accounts accounts;
    private final Teams teams;
    private final Audit audit;
    private final Language language;

    OrderViews(
            Orders orders,
            Parties parties,
            OrderClocks clocks,
            Catalogue catalogue,
            Sites sites,
            Residents residents,
            Accounts accounts,
            Teams teams,
            Audit audit,
            Language language) {
        this.orders = orders;
        this.parties = parties;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.sites = sites;
        this.residents = residents;
        this.accounts = accounts;
        this.teams = teams;
        this.audit = audit;
        this.language = language;
    }

    OrderView view(Order order, Scope scope) {
        return view(order, Parties.parts(order, orders.parties(order.id()), scope));
    }

    OrderView view(Order order, Set<Part> parts) {
        Need need = order.need();
        boolean staff = has(parts, CHAIN) || parts.contains(Part.AUDITOR);
        boolean onlyState = order.state() == OrderState.MERGED && !staff;
        Instant reopenableUntil = reopenableUntil(order);
        return new OrderView(
                order.id(),
                order.number(),
                stateOf(order.state()),
                order.round().number(),
                order.version(),
                service(need.service()),
                site(need.site()),
                need.urgency(),
                need.channel(),
                onlyState ? null : need.words(),
                onlyState ? null : need.answers(),
                onlyState ? null : need.wished(),
                onlyState ? null : whom(order, staff || has(parts, OWN)),
                served(order, parts),
                by(order, staff),
                team(order),
                order.round().timeAgreed(),
                onlyState ? null : plannedVisits(order),
                original(order),
                staff ? order.kin().mergedInto() : null,
                order.kin().transferredFrom(),
                order.kin().transferredTo(),
                order.reviewOn(),
                rating(order),
                order.round().result(),
                reopenableUntil,
                order.dueAt(),
                order.createdAt(),
                order.changedAt(),
                actions(order, parts));
    }

    private static Whom whom(Order order, boolean withTeams) {
        return order.need().company().whom(withTeams ? order.assignment().excludedTeams() : null);
    }

    List<OrderLine> lines(List<OrderRow> rows) {
        Set<UUID> served = rows.stream().map(OrderRow::resident).collect(Collectors.toSet());
        Map<UUID, Contact> contacts = residents.contacts(served);
        return rows.stream().map(row -> line(row, contacts.get(row.resident()))).toList();
    }

    private OrderLine line(OrderRow row, @Nullable Contact served) {
        return new OrderLine(
                row.id(),
                row.number(),
                stateOf(row.state()),
                service(row.service()),
                site(row.site()),
                row.urgency(),
                served == null || row.until() != null ? null : Masked.name(served.name()),
                row.until() == null ? row.dueAt() : null,
                row.createdAt(),
                row.changedAt(),
                row.until());
    }

    private List<OrderAction> actions(Order order, Set<Part> parts) {
        return OrderAction.open(order.state(), parts).stream()
                .filter(action -> !ELSEWHERE.contains(action))
                .toList();
    }

    private OrderView.Served served(Order order, Set<Part> parts) {
        Contact contact = residents.contact(order.resident());
        String phone = contact.phone();
        if (!parties.seesContact(order, parts)) {
            return new OrderView.Served(
                    order.resident(),
                    Masked.name(contact.name()),
                    phone == null ? null : Masked.phone(phone),
                    null,
                    true,
                    null);
        }
        Set<Circumstance> circumstances = catalogue.get(order.need().service()).needsCircumstances()
                ? residents.circumstances(order.resident())
                : null;
        if (!parts.contains(Part.SERVED)) {
            var served = Subject.of(Subject.Kind.RESIDENT, order.resident());
            var through = Subject.of(Subject.Kind.ORDER, order.id());
            audit.looked(order.need().site(), served, contact.fields(circumstances), through);
        }
        return new OrderView.Served(order.resident(), contact.name(), phone, contact.address(), false, circumstances);
    }

    private @Nullable Instant reopenableUntil(Order order) {
        Instant ended = order.round().endedAt();
        return ended == null ? null : clocks.due(order, Limit.REOPEN_WINDOW, ended);
    }

    private OrderView.By by(Order order, boolean staff) {
        Part part = order.placedAs();
        boolean tells = staff && part == Part.CLERK;
        return new OrderView.By(
                part, tells ? accounts.names(Set.of(order.requester())).get(order.requester()) : null);
    }

    private @Nullable List<PlannedVisit> plannedVisits(Order order) {
        return orders.preparation(order)
                .filter(Preparation::isSignedOff)
                .map(Preparation::visits)
                .orElse(null);
    }

    private OrderView.@Nullable RatingView rating(Order order) {
        return order.state() != OrderState.CLOSED
                ? null
                : orders.rating(order)
                        .map(said ->
                                new OrderView.RatingView(said.score(), said.words(), said.part(), said.changedAt()))
                        .orElse(null);
    }

    private @Nullable Choice team(Order order) {
        UUID team = order.team();
        return team == null
                ? null
                : teams.find(team)
                        .map(facts -> new Choice(team.toString(), facts.name()))
                        .orElse(null);
    }

    private @Nullable Choice original(Order order) {
        UUID into = order.kin().mergedInto();
        return into == null
                ? null
                : orders.find(into).map(found -> stateOf(found.state())).orElse(null);
    }

    private Choice stateOf(OrderState state) {
        return new Choice(state.name(), Texts.of(state, language.locale()));
    }

    private Choice service(String code) {
        return new Choice(code, catalogue.get(code).name().in(language.locale()));
    }

    private Choice site(String code) {
        return new Choice(code, sites.get(code).name());
    }

    private static boolean has(Set<Part> parts, Set<Part> some) {
        return parts.stream().anyMatch(some::contains);
    }
}

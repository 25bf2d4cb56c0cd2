package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.http.HttpProblem;
import org.diandan.http.Language;
import org.diandan.identity.Accounts;
import org.diandan.orders.OrderAccess.Opened;
import org.diandan.orders.OrderCommands.WriteNote;
import org.diandan.shared.Choice;
import org.diandan.shared.Ids;
import org.diandan.shared.Masked;
import org.diandan.shared.Page;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;

/** An order's history as its callers read it, and the internal notes in it that residents never see. */
@ApplicationScoped
@Transactional
class OrderHistory {

    /** The action of an entry that is no transition: an internal note. */
    static final String NOTE = "NOTE";

    static final Set<Part> STAFF = EnumSet.of(Part.CLERK, Part.DISPATCHER, Part.AUDITOR, Part.LEADER, Part.EXPERT);
    private static final Set<Part> WRITE_NOTES = EnumSet.of(Part.CLERK, Part.DISPATCHER, Part.LEADER, Part.EXPERT);
    private static final Set<Part> NAMES = EnumSet.of(Part.CLERK, Part.DISPATCHER, Part.AUDITOR);
    static final Set<Part> OWN = EnumSet.of(Part.REQUESTER, Part.SERVED, Part.PROXY);

    private final EntityManager database;
    private final OrderAccess access;
    private final Accounts accounts;
    private final Cursors cursors;
    private final Language language;
    private final Ids ids;
    private final Clock clock;

    OrderHistory(
            EntityManager database,
            OrderAccess access,
            Accounts accounts,
            Cursors cursors,
            Language language,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.access = access;
        this.accounts = accounts;
        this.cursors = cursors;
        this.language = language;
        this.ids = ids;
        this.clock = clock;
    }

    Page<HistoryLine> list(UUID id, @Nullable String after, int limit) {
        Opened opened = access.read(id);
        Set<Part> parts = opened.caller().parts();
        if (!has(parts, STAFF) && !has(parts, OWN)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        if (opened.order().state() == OrderState.MERGED && !has(parts, STAFF)) {
            return new Page<>(List.of(), null);
        }
        Page<OrderEntry> page = Page.of(
                entries(opened.order(), has(parts, STAFF), cursors.decode(after), limit),
                limit,
                entry -> cursors.encode(entry.id()));
        Map<UUID, String> names = has(parts, NAMES) ? namesIn(page.items()) : Map.of();
        return new Page<>(
                page.items().stream()
                        .map(entry -> line(opened.order(), entry, names))
                        .toList(),
                page.next());
    }

    /** Writes an internal note into the history. */
    HistoryLine note(UUID id, WriteNote request) {
        Opened opened = access.move(id);
        Order order = opened.order();
        Part part = opened.caller().parts().stream()
                .filter(WRITE_NOTES::contains)
                .findFirst()
                .orElseThrow(() -> OrderProblem.NOT_YOURS.because("notes"));
        Told told = new Told(
                id,
                Machine.ORDER,
                id,
                NOTE,
                order.state().name(),
                order.state().name(),
                opened.caller().actor(),
                part,
                null,
                null,
                request.text(),
                order.round().number(),
                clock.instant());
        OrderEntry entry = new OrderEntry(ids.of(order.center()), told);
        database.persist(entry);
        return line(
                order,
                entry,
                accounts.names(Set.of(Objects.requireNonNull(told.actor().account()))));
    }

    private List<OrderEntry> entries(Order order, boolean notes, Cursor after, int limit) {
        String newer = after.isStart() ? "" : " and id > :after";
        var query = database.createQuery(
                        "from OrderEntry where center = :center and orderId = :order and (:notes = true or action <> '"
                                + NOTE + "')" + newer + " order by id",
                        OrderEntry.class)
                .setParameter("center", order.center())
                .setParameter("order", order.id())
                .setParameter("notes", notes);
        if (!after.isStart()) {
            query.setParameter("after", after.uuid(0));
        }
        return query.setMaxResults(limit + 1).getResultList();
    }

    private Map<UUID, String> namesIn(List<OrderEntry> entries) {
        return accounts.names(
                entries.stream().map(OrderEntry::actor).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private HistoryLine line(Order order, OrderEntry entry, Map<UUID, String> names) {
        Part part = entry.part();
        return new HistoryLine(
                entry.id(),
                entry.machine(),
                entry.subject(),
                action(entry),
                entry.fromState(),
                entry.toState(),
                part == null ? null : new Choice(part.name(), Texts.of(part, language.locale())),
                actor(order, entry, names),
                entry.forWhom() != null,
                entry.reason(),
                entry.words(),
                entry.round(),
                entry.at());
    }

    /** Who worked is named. The resident's side is masked: where the name may be read, at the order, the look is logged. */
    private static @Nullable String actor(Order order, OrderEntry entry, Map<UUID, String> names) {
        String name = entry.actor() == null ? null : names.get(entry.actor());
        boolean own = entry.part() != null && OWN.contains(entry.part()) && !order.wasPlacedByOffice(entry.actor());
        return own && name != null ? Masked.name(name) : name;
    }

    private Choice action(OrderEntry entry) {
        String key = entry.machine() == Machine.ORDER
                ? "OrderAction." + entry.action()
                : "Machine." + entry.machine() + "." + entry.action();
        return new Choice(entry.action(), Texts.of(OrderHistory.class, key, language.locale()));
    }

    private static boolean has(Set<Part> parts, Set<Part> some) {
        return parts.stream().anyMatch(some::contains);
    }
}

package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.Limit;
import org.diandan.catalogue.Question;
import org.diandan.catalogue.ServiceItem;
import org.diandan.http.HttpProblem;
import org.diandan.identity.CurrentUser;
import org.diandan.residents.Circumstance;
import org.diandan.residents.Consent;
import org.diandan.residents.ConsentPurpose;
import org.diandan.residents.NewResident;
import org.diandan.residents.ResidentFacts;
import org.diandan.residents.Residents;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Role;
import org.diandan.shared.Wall;
import org.diandan.sites.Sites;
import org.jspecify.annotations.Nullable;

/** Places orders: checks what was sent, finds or enters the resident served, and begins the order's life. */
@ApplicationScoped
@Transactional
class Placing {

    private final Orders orders;
    private final OrderNumbers numbers;
    private final OrderNews news;
    private final OrderClocks clocks;
    private final OrderViews views;
    private final Catalogue catalogue;
    private final Sites sites;
    private final Residents residents;
    private final CurrentUser user;
    private final Ids ids;
    private final SimilarOrders similar;
    private final Wishing wishing;
    private final Clock clock;
    private final Wall wall;

    Placing(
            Orders orders,
            OrderNumbers numbers,
            OrderNews news,
            OrderClocks clocks,
            OrderViews views,
            Catalogue catalogue,
            Sites sites,
            Residents residents,
            CurrentUser user,
            Ids ids,
            SimilarOrders similar,
            Wishing wishing,
            Clock clock,
            Wall wall) {
        this.wall = wall;
        this.orders = orders;
        this.numbers = numbers;
        this.news = news;
        this.clocks = clocks;
        this.views = views;
        this.catalogue = catalogue;
        this.sites = sites;
        this.residents = residents;
        this.user = user;
        this.ids = ids;
        this.similar = similar;
        this.wishing = wishing;
        this.clock = clock;
    }

    OrderView place(PlaceOrder request) {
        wall.open(Opening.PLACING, Area.centerOf(request.site()));
        sites.get(request.site());
        ServiceItem service = catalogue.get(request.service());
        check(request, service);
        Part part = partOf(request);
        UUID resident = residentOf(request, part);
        Whom whom = request.whom() == null ? Whom.ANYBODY : request.whom();
        Need need = needOf(request, wishing.company(whom, resident));
        List<UUID> excluded = wishing.excludedTeams(whom, resident);
        Begun begun = begin(need, resident, excluded, Caller.as(user.actor(), part), null);
        Order order = begun.order();
        if (service.takenOnAutomatically() && similar.to(order).isEmpty()) {
            order.takeOn(Caller.PROGRAM, clock.instant());
            news.settle(order);
        }
        orders.write();
        return views.view(order, Parties.parts(order, begun.parties(), user.scope()));
    }

    /** Places the same need at a site of another Center, linked to the order that it comes from. */
    Order placeTransferred(Order from, String site, Caller dispatcher) {
        wall.open(Opening.TRANSFER, Area.centerOf(site));
        sites.get(site);
        UUID resident = residents.copyTo(site, from.resident(), dispatcher.actor());
        Caller requester = Caller.as(dispatcher.actor(), Part.CLERK);
        return begin(from.need().at(site), resident, List.of(), requester, from).order();
    }

    /** An order and those who have a part in it from the beginning. */
    private record Begun(Order order, List<Party> parties) {}

    private Begun begin(Need need, UUID resident, List<UUID> excluded, Caller requester, @Nullable Order from) {
        String center = Area.centerOf(need.site());
        Instant now = clock.instant();
        Order order = new Order(ids.of(center), numbers.next(center), need, resident, requester, now);
        order.excludes(excluded);
        if (from != null) {
            order.comesFrom(from.id());
        }
        // Before the row is written: what changes later is a second statement.
        order.dueAt(clocks.due(order, Limit.FIRST_LOOK, now));
        orders.add(order);
        List<Party> parties = parties(order, from == null ? order.requester() : from.requester());
        parties.forEach(orders::add);
        news.settle(order);
        return new Begun(order, parties);
    }

    private List<Party> parties(Order order, UUID requester) {
        Instant now = order.createdAt();
        List<Party> parties = new ArrayList<>();
        parties.add(new Party(order.id(), PartyKind.REQUESTER, requester, now));
        UUID account = residents.facts(order.resident()).account();
        if (account != null) {
            parties.add(new Party(order.id(), PartyKind.SERVED, account, now));
        }
        residents
                .proxies(order.resident())
                .forEach(proxy -> parties.add(new Party(order.id(), PartyKind.PROXY, proxy, now)));
        return parties;
    }

    private void check(PlaceOrder request, ServiceItem service) {
        if (!catalogue.isOffered(service.code(), request.site())) {
            throw OrderProblem.SERVICE_NOT_OFFERED.because(service.code(), request.site());
        }
        if (request.risksAcknowledged() != service.riskVersion()) {
            throw OrderProblem.RISKS_NOT_ACKNOWLEDGED
                    .because(service.riskVersion())
                    .with("riskVersion", service.riskVersion());
        }
        if (request.wished() != null && request.wished().to().isBefore(clock.instant())) {
            throw OrderProblem.WISHED_TIME_PAST.because();
        }
        Map<String, Object> answers = request.answers() == null ? Map.of() : request.answers();
        for (Question question : service.questions()) {
            if (!question.accepts(answers.get(question.code()))) {
                throw OrderProblem.QUESTION_UNANSWERED.because(question.code()).with("question", question.code());
            }
        }
        answers.keySet().stream()
                .filter(code -> service.question(code).isEmpty())
                .findFirst()
                .ifPresent(code -> {
                    throw OrderProblem.QUESTION_UNKNOWN.because(code).with("question", code);
                });
    }

    /** One orders for oneself, as a proxy, or as a clerk of the site's chain. */
    private Part partOf(PlaceOrder request) {
        var orderedFor = request.orderedFor();
        if (orderedFor == null) {
            return Part.SERVED;
        }
        if (orderedFor.resident() == null) {
            if (user.scope().covers(request.site(), Role.CLERK, Role.DISPATCHER)) {
                return Part.CLERK;
            }
            throw OrderProblem.NOT_ALLOWED_TO_ORDER_FOR.because();
        }
        ResidentFacts resident = residents.find(orderedFor.resident()).orElseThrow(HttpProblem.NOT_FOUND::because);
        if (user.account().equals(resident.account())) {
            return Part.SERVED;
        }
        if (residents.mayActFor(user.account(), resident.id())) {
            return Part.PROXY;
        }
        if (user.scope().covers(resident.site(), Role.CLERK, Role.DISPATCHER)) {
            return Part.CLERK;
        }
        throw HttpProblem.NOT_FOUND.because();
    }

    private UUID residentOf(PlaceOrder request, Part part) {
        var orderedFor = request.orderedFor();
        if (orderedFor == null) {
            return residents.ofAccount(user.account());
        }
        var consent = request.consent();
        if (part != Part.SERVED && consent == null) {
            throw OrderProblem.CONSENT_MISSING.because();
        }
        if (orderedFor.resident() == null) {
            return residents.enter(entered(request.site(), orderedFor, consent), user.actor());
        }
        UUID resident = orderedFor.resident();
        if (consent != null) {
            residents.consent(
                    resident, new Consent(consent.by(), consent.version(), ConsentPurpose.SERVICE), user.actor());
        }
        return resident;
    }

    /** The consent to the order covers what was told with it: the contact, and the circumstances if there are any. */
    private static NewResident entered(
            String site, PlaceOrder.OrderedFor orderedFor, PlaceOrder.@Nullable GivenConsent consent) {
        String name = orderedFor.name();
        String phone = orderedFor.phone();
        if (name == null || phone == null) {
            throw OrderProblem.CONTACT_MISSING.because();
        }
        Set<Circumstance> circumstances = orderedFor.circumstances() == null ? Set.of() : orderedFor.circumstances();
        List<Consent> consents = new ArrayList<>();
        if (consent != null) {
            consents.add(new Consent(consent.by(), consent.version(), ConsentPurpose.SERVICE));
            if (!circumstances.isEmpty()) {
                consents.add(new Consent(consent.by(), consent.version(), ConsentPurpose.CIRCUMSTANCES));
            }
        }
        return new NewResident(site, name, phone, orderedFor.address(), circumstances, consents);
    }

    private static Need needOf(PlaceOrder request, Company company) {
        return new Need(
                request.service(),
                request.site(),
                request.urgency(),
                request.channel(),
                request.need(),
                request.answers() == null ? Map.of() : request.answers(),
                request.wished() == null ? null : request.wished().window(),
                request.risksAcknowledged(),
                company);
    }
}

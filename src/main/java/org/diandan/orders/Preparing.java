package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.ServiceItem;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.identity.CurrentUser;
import org.diandan.orders.OrderAccess.Opened;
import org.diandan.orders.OrderCommands.AssignExpert;
import org.diandan.orders.OrderCommands.GiveReason;
import org.diandan.shared.TimeWindow;
import org.diandan.volunteers.Qualification;
import org.diandan.volunteers.Qualifications;
import org.diandan.volunteers.Teams;

/** The preparation of an order by an expert of the team that has it: assign, write, sign off, hand back, change. */
@ApplicationScoped
@Transactional
class Preparing {

    private static final Set<Part> READERS =
            EnumSet.of(Part.LEADER, Part.EXPERT, Part.CLERK, Part.DISPATCHER, Part.AUDITOR);

    private final Orders orders;
    private final OrderAccess access;
    private final OrderNews news;
    private final OrderViews views;
    private final Catalogue catalogue;
    private final Qualifications qualifications;
    private final Teams teams;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Clock clock;

    Preparing(
            Orders orders,
            OrderAccess access,
            OrderNews news,
            OrderViews views,
            Catalogue catalogue,
            Qualifications qualifications,
            Teams teams,
            CurrentUser user,
            IfMatch ifMatch,
            Clock clock) {
        this.orders = orders;
        this.access = access;
        this.news = news;
        this.views = views;
        this.catalogue = catalogue;
        this.qualifications = qualifications;
        this.teams = teams;
        this.user = user;
        this.ifMatch = ifMatch;
        this.clock = clock;
    }

    PreparationView read(UUID id) {
        Opened opened = access.read(id);
        if (java.util.Collections.disjoint(opened.caller().parts(), READERS)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return view(opened);
    }

    /** Names the expert of the team who prepares. */
    OrderView assign(UUID id, AssignExpert request) {
        Opened opened = access.move(id);
        Order order = opened.order();
        order.check(OrderAction.ASSIGN, opened.caller());
        checkExpert(order, request.expert());
        preparationOf(order).assign(request.expert());
        order.assign(opened.caller(), Why.NONE, clock.instant());
        return settled(order);
    }

    /** Writes the draft. The version in If-Match is the preparation's. */
    PreparationView write(UUID id, Draft draft) {
        Opened opened = access.read(id);
        opened.order().check(OrderAction.SIGN_OFF, opened.caller());
        Preparation preparation = preparationOf(opened.order());
        ifMatch.check(preparation.version());
        preparation.write(draft);
        orders.write();
        return view(opened);
    }

    OrderView signOff(UUID id) {
        Opened opened = access.move(id);
        Order order = opened.order();
        order.check(OrderAction.SIGN_OFF, opened.caller());
        checkExpert(order, user.account());
        ServiceItem service = catalogue.get(order.need().service());
        Preparation preparation = preparationOf(order);
        Instant now = clock.instant();
        preparation.signOff(user.account(), service, order.need().company().people(service.people()), now);
        order.signOff(opened.caller(), insideWished(order, preparation), now);
        return settled(order);
    }

    OrderView handBack(UUID id, GiveReason request) {
        Opened opened = access.move(id);
        Why why = Why.given(OrderAction.HAND_BACK, request.reason(), request.text());
        opened.order().handBack(opened.caller(), why, clock.instant());
        return settled(opened.order());
    }

    OrderView change(UUID id, GiveReason request) {
        Opened opened = access.move(id);
        Why why = Why.given(OrderAction.CHANGE, request.reason(), request.text());
        opened.order().change(opened.caller(), why, clock.instant());
        return settled(opened.order());
    }

    /** A member of the team with the certificates that the service asks of its expert, valid today. */
    private void checkExpert(Order order, UUID expert) {
        if (order.team() == null || !teams.isMember(expert, order.team())) {
            throw OrderProblem.NOT_AN_EXPERT.because();
        }
        Qualification qualification = qualifications.of(expert, order.need().service(), clock.instant());
        for (Map.Entry<String, LocalDate> expired : qualification.expired().entrySet()) {
            throw OrderProblem.CERTIFICATE_EXPIRED.because(expired.getKey(), expired.getValue());
        }
        List<String> missing = qualification.missing();
        if (!missing.isEmpty()) {
            throw OrderProblem.CERTIFICATE_MISSING.because(String.join(", ", missing));
        }
    }

    private static boolean insideWished(Order order, Preparation preparation) {
        TimeWindow wished = order.need().wished();
        return wished != null && preparation.visits().stream().allMatch(visit -> wished.contains(visit.time()));
    }

    private Preparation preparationOf(Order order) {
        return orders.preparation(order).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    private PreparationView view(Opened opened) {
        return PreparationView.of(
                preparationOf(opened.order()),
                OrderAction.open(opened.order().state(), opened.caller().parts()));
    }

    private OrderView settled(Order order) {
        news.settle(order);
        orders.write();
        return views.view(order, user.scope());
    }
}

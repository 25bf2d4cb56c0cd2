package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.catalogue.Limit;
import org.diandan.http.HttpProblem;
import org.diandan.identity.CurrentUser;
import org.diandan.orders.OrderAccess.Opened;
import org.diandan.orders.OrderCommands.*;
import org.diandan.shared.Page;
import org.diandan.sites.Sites;

/** The verbs of people on an order: load within the caller's reach, use the verb, settle the news. */
@ApplicationScoped
@Transactional
class Ordering {

    private static final int LONGEST_HOLD_DAYS = 30;

    private final Orders orders;
    private final OrderAccess access;
    private final OrderNews news;
    private final OrderProgress progress;
    private final OrderViews views;
    private final OrderClocks clocks;
    private final Placing placing;
    private final SimilarOrders similar;
    private final Sites sites;
    private final Audit audit;
    private final CurrentUser user;
    private final Clock clock;

    Ordering(
            Orders orders,
            OrderAccess access,
            OrderNews news,
            OrderProgress progress,
            OrderViews views,
            OrderClocks clocks,
            Placing placing,
            SimilarOrders similar,
            Sites sites,
            Audit audit,
            CurrentUser user,
            Clock clock) {
        this.orders = orders;
        this.access = access;
        this.news = news;
        this.progress = progress;
        this.views = views;
        this.clocks = clocks;
        this.placing = placing;
        this.similar = similar;
        this.sites = sites;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    OrderView get(UUID id) {
        Opened opened = access.read(id);
        return views.view(opened.order(), opened.caller().parts());
    }

    /** The possible duplicates of an order, to be looked at before it is taken on. */
    Page<OrderLine> similar(UUID id) {
        Opened opened = access.read(id);
        opened.caller().partFor(OrderAction.MERGE);
        return new Page<>(
                views.lines(
                        similar.to(opened.order()).stream().map(OrderRow::of).toList()),
                null);
    }

    OrderView takeOn(UUID id, TakeOnOrder request) {
        Opened opened = access.move(id);
        Order order = opened.order();
        order.check(OrderAction.TAKE_ON, opened.caller());
        if (!Boolean.TRUE.equals(request.checkedSimilar())) {
            similar.refuseIfAny(order);
        }
        order.takeOn(opened.caller(), clock.instant());
        return settled(order);
    }

    OrderView ask(UUID id, AskResident request) {
        Opened opened = access.move(id);
        opened.order().ask(opened.caller(), request.question(), clock.instant());
        return settled(opened.order());
    }

    OrderView answer(UUID id, AnswerQuestion request) {
        Opened opened = access.move(id);
        opened.order().answer(opened.caller(), request.answer(), clock.instant());
        return settled(opened.order());
    }

    OrderView refuse(UUID id, GiveReason request) {
        Opened opened = access.move(id);
        Order order = opened.order();
        order.refuse(opened.caller(), why(OrderAction.REFUSE, request), clock.instant());
        var about = Subject.of(Subject.Kind.ORDER, id);
        audit.decided(
                Decision.REFUSED,
                user.actor(),
                order.need().site(),
                about,
                request.reason().name());
        return settled(order);
    }

    OrderView appeal(UUID id, AppealRefusal request) {
        Opened opened = access.move(id);
        opened.order().appeal(opened.caller(), request.text(), clock.instant());
        return settled(opened.order());
    }

    OrderView merge(UUID id, MergeOrder request) {
        Opened opened = access.move(id);
        Order original = orders.find(request.into())
                .map(found -> access.opened(found, access.scope()).order())
                .orElseThrow(HttpProblem.NOT_FOUND::because);
        opened.order().merge(opened.caller(), original, clock.instant());
        return settled(opened.order());
    }

    OrderView unmerge(UUID id) {
        Opened opened = access.move(id);
        opened.order().unmerge(opened.caller(), Why.because(Reason.NOT_A_DUPLICATE), clock.instant());
        return settled(opened.order());
    }

    OrderView transfer(UUID id, TransferOrder request) {
        Opened opened = access.move(id);
        Order order = opened.order();
        order.check(OrderAction.TRANSFER, opened.caller());
        if (request.site().startsWith(order.center())) {
            throw OrderProblem.TRANSFER_TARGET.because(request.site());
        }
        Order placed = placing.placeTransferred(order, request.site(), opened.caller());
        Why why = Why.given(OrderAction.TRANSFER, request.reason(), request.text());
        order.transfer(opened.caller(), placed.id(), why, clock.instant());
        return settled(order);
    }

    OrderView agreeTime(UUID id, AgreeTime request) {
        Opened opened = access.move(id);
        Order order = opened.order();
        order.check(OrderAction.AGREE_TIME, opened.caller());
        HeardFrom.needed(opened.caller().partFor(OrderAction.AGREE_TIME), request.heardFrom());
        order.agreeTime(opened.caller(), Why.said(request.heardFrom()), clock.instant());
        return settled(order);
    }

    OrderView reopen(UUID id, ReopenOrder request) {
        Opened opened = access.move(id);
        Order order = opened.order();
        order.check(OrderAction.REOPEN, opened.caller());
        Instant now = clock.instant();
        Instant ended = order.round().endedAt() == null ? now : order.round().endedAt();
        order.reopen(
                opened.caller(),
                Why.given(OrderAction.REOPEN, request.reason(), request.text()),
                clocks.due(order, Limit.REOPEN_WINDOW, ended),
                !Boolean.FALSE.equals(request.sameTeam()),
                now);
        return settled(order);
    }

    OrderView hold(UUID id, HoldOrder request) {
        Opened opened = access.move(id);
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), sites.zone(opened.order().center()));
        if (!request.reviewOn().isAfter(today) || request.reviewOn().isAfter(today.plusDays(LONGEST_HOLD_DAYS))) {
            throw OrderProblem.REVIEW_DATE.because(LONGEST_HOLD_DAYS);
        }
        Why why = Why.given(OrderAction.HOLD, request.reason(), request.text());
        opened.order().hold(opened.caller(), why, request.reviewOn(), clock.instant());
        return settled(opened.order());
    }

    OrderView resume(UUID id) {
        Opened opened = access.move(id);
        opened.order().resume(opened.caller(), clock.instant());
        news.settle(opened.order());
        progress.handBackIfTeamIsGone(opened.order());
        return settled(opened.order());
    }

    OrderView cancel(UUID id, GiveReason request) {
        Opened opened = access.move(id);
        opened.order().cancel(opened.caller(), why(OrderAction.CANCEL, request), clock.instant());
        return settled(opened.order());
    }

    private static Why why(OrderAction action, GiveReason request) {
        return Why.given(action, request.reason(), request.text());
    }

    private OrderView settled(Order order) {
        news.settle(order);
        orders.write();
        return views.view(order, user.scope());
    }
}

package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Field;
import org.diandan.audit.Subject;
import org.diandan.http.HttpProblem;
import org.diandan.http.Language;
import org.diandan.identity.CurrentUser;
import org.diandan.matching.DecisionView.BarredCount;
import org.diandan.matching.DecisionView.ReplayView;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.orders.OrderProgress;
import org.diandan.policies.Policies;
import org.diandan.policies.Rules;
import org.diandan.shared.Area;
import org.diandan.shared.Choice;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.diandan.shared.Texts;
import org.diandan.sites.Sites;
import org.diandan.volunteers.TeamFacts;
import org.diandan.volunteers.Teams;
import org.jspecify.annotations.Nullable;

/** Decisions as dispatchers and auditors of the order's chain read them, and made again on what was known then. */
@ApplicationScoped
@Transactional
class DecisionViews {

    /** An order is decided on a handful of times; a hundred are more than anybody reads. */
    private static final int MOST = 100;

    private final Decisions decisions;
    private final RoutingAccess access;
    private final Routings routings;
    private final Policies policies;
    private final OrderProgress orders;
    private final Teams teams;
    private final Sites sites;
    private final Audit audit;
    private final CurrentUser user;
    private final Language language;

    DecisionViews(
            Decisions decisions,
            RoutingAccess access,
            Routings routings,
            Policies policies,
            OrderProgress orders,
            Teams teams,
            Sites sites,
            Audit audit,
            CurrentUser user,
            Language language) {
        this.decisions = decisions;
        this.access = access;
        this.routings = routings;
        this.policies = policies;
        this.orders = orders;
        this.teams = teams;
        this.sites = sites;
        this.audit = audit;
        this.user = user;
        this.language = language;
    }

    DecisionView ofRouting(UUID routing) {
        return view(decision(routing));
    }

    Page<DecisionView> ofOrder(UUID order) {
        UUID visible = access.readOrder(order).id();
        return new Page<>(
                decisions.ofOrder(visible, MOST).stream().map(this::view).toList(), null);
    }

    /** Decides again on what was kept: by the same rules it comes to the same team. */
    ReplayView replay(UUID routing) {
        RoutingDecision decision = decision(routing);
        Rules rules = policies.find(Area.centerOf(decision.site()), decision.policy())
                .orElseThrow(HttpProblem.NOT_FOUND::because)
                .rules();
        Inputs inputs = decision.inputs();
        Optional<Ranked> first =
                Ranking.of(rules, inputs.search(), inputs.candidates()).best();
        Outcome outcome =
                first.isEmpty() ? Outcome.NOBODY : inputs.decide(rules).isPresent() ? Outcome.ASKED : Outcome.WAITS;
        @Nullable UUID team = first.map(best -> best.candidate().team()).orElse(null);
        boolean sameFirst = team == null ? decision.first() == null : team.equals(decision.first());
        boolean sameOutcome = decision.engine() != Engine.ONLINE || outcome == decision.outcome();
        return new ReplayView(decision.id(), decision.policy(), team, outcome, sameFirst && sameOutcome);
    }

    private RoutingDecision decision(UUID id) {
        Routing routing = access.read(id);
        if (!access.mayExplain(routing)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return decisions.ofRouting(id).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    /** What an order is worth tells the resident's circumstances. */
    private void tellAudit(RoutingDecision decision) {
        UUID resident = orders.facts(decision.order()).resident();
        audit.looked(
                decision.site(),
                Subject.of(Subject.Kind.RESIDENT, resident),
                Set.of(Field.CIRCUMSTANCES),
                Subject.of(Subject.Kind.ORDER, decision.order()));
    }

    private DecisionView view(RoutingDecision decision) {
        String overrideReason = decision.routing() == null
                ? null
                : routings.find(decision.routing()).map(Routing::overrideReason).orElse(null);
        UUID named = decision.team() == null ? decision.first() : decision.team();
        String team =
                named == null ? null : teams.find(named).map(TeamFacts::name).orElse(null);
        var words = new DecisionWords(decision, team, sites.zone(Area.centerOf(decision.site())), language.locale());
        boolean auditor = user.scope().covers(decision.site(), Role.AUDITOR);
        List<BarredCount> barred = decision.explanation().barred().entrySet().stream()
                .map(count -> new BarredCount(
                        new Choice(count.getKey().name(), Texts.of(count.getKey(), language.locale())),
                        count.getValue()))
                .toList();
        if (auditor) {
            tellAudit(decision);
        }
        return DecisionView.of(decision, overrideReason, auditor, words.sentences(overrideReason), barred);
    }
}

package org.diandan.matching;

import static org.diandan.shared.Role.AUDITOR;
import static org.diandan.shared.Role.DISPATCHER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.http.Language;
import org.diandan.http.ReplayCheck;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Ids;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.diandan.sites.Level;
import org.diandan.sites.Sites;
import org.jspecify.annotations.Nullable;

/** Plans as the dispatchers of a Center ask for, read, confirm and discard them; its auditors read. */
@ApplicationScoped
@Transactional
class PlanDesk implements ReplayCheck {

    private final RoutingPlans plans;
    private final Planning planning;
    private final PlanWords words;
    private final Sites sites;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Cursors cursors;
    private final Language language;
    private final ObjectMapper json;

    PlanDesk(
            RoutingPlans plans,
            Planning planning,
            PlanWords words,
            Sites sites,
            CurrentUser user,
            IfMatch ifMatch,
            Cursors cursors,
            Language language,
            ObjectMapper json) {
        this.plans = plans;
        this.planning = planning;
        this.words = words;
        this.sites = sites;
        this.user = user;
        this.ifMatch = ifMatch;
        this.cursors = cursors;
        this.language = language;
        this.json = json;
    }

    PlanView begin(String center) {
        check(center, DISPATCHER);
        return view(planning.begin(center, PlanCause.REQUEST, false, user.actor()));
    }

    PlanView see(String center, UUID id) {
        return view(visible(center, id, DISPATCHER, AUDITOR));
    }

    /** What was planned for the Center, the latest first. */
    Page<PlanView> list(String center, @Nullable String cursor, int limit) {
        check(center, DISPATCHER, AUDITOR);
        Cursor after = cursors.decode(cursor);
        List<PlanView> views = plans.ofCenter(center, after.isStart() ? null : after.uuid(0), limit + 1).stream()
                .map(this::view)
                .toList();
        return Page.of(views, limit, view -> cursors.encode(view.id()));
    }

    Page<PlanChangeLine> changes(
            String center, UUID id, @Nullable ChangeState state, @Nullable String cursor, int limit) {
        RoutingPlan plan = visible(center, id, DISPATCHER, AUDITOR);
        Cursor after = cursors.decode(cursor);
        List<PlanChangeLine> lines =
                plans.changes(plan.id(), state, after.isStart() ? 0 : (int) after.number(0), limit + 1).stream()
                        .map(change -> words.line(change, language.locale()))
                        .toList();
        return Page.of(lines, limit, line -> cursors.encode(line.number()));
    }

    /** Whoever confirms says which plan they saw. */
    PlanView apply(String center, UUID id) {
        RoutingPlan plan = locked(center, id);
        ifMatch.require(plan.version());
        planning.confirm(plan, user.actor());
        return view(plan);
    }

    PlanView discard(String center, UUID id) {
        RoutingPlan plan = locked(center, id);
        ifMatch.check(plan.version());
        planning.discard(plan, user.actor());
        return view(plan);
    }

    @Override
    public Map<String, Look> looks() {
        return Map.of("/centers/{}/plans/{}", ids -> see(Ids.centerOf(ids.get(0)), ids.get(0)));
    }

    private RoutingPlan locked(String center, UUID id) {
        visible(center, id, DISPATCHER);
        return plans.lock(id).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    private RoutingPlan visible(String center, UUID id, Role... roles) {
        check(center, roles);
        return plans.find(id)
                .filter(plan -> Ids.centerOf(id).equals(center))
                .orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    private void check(String center, Role... roles) {
        boolean isCenter =
                sites.find(center).filter(site -> site.level() == Level.CENTER).isPresent();
        if (!isCenter || !user.scope().covers(center, roles)) {
            throw HttpProblem.NOT_FOUND.because();
        }
    }

    /** Flushes first, so that the view carries the version that will be kept. */
    private PlanView view(RoutingPlan plan) {
        plans.flush();
        Map<ChangeState, Integer> counts = plans.count(plan.id());
        return PlanView.of(
                plan,
                read(plan.totals()),
                counts.getOrDefault(ChangeState.APPLIED, 0),
                counts.getOrDefault(ChangeState.SKIPPED, 0),
                language.locale());
    }

    private @Nullable PlanTotals read(@Nullable String totals) {
        try {
            return totals == null ? null : json.readValue(totals, PlanTotals.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written here can be read", e);
        }
    }
}

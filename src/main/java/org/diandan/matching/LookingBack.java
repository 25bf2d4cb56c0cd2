package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diandan.http.Fault;
import org.diandan.http.HttpProblem;
import org.diandan.http.Language;
import org.diandan.identity.CurrentUser;
import org.diandan.matching.FairnessView.TeamLoad;
import org.diandan.policies.Policies;
import org.diandan.shared.Role;
import org.diandan.shared.Texts;
import org.diandan.sites.Level;
import org.diandan.sites.Sites;
import org.diandan.volunteers.TeamFacts;
import org.diandan.volunteers.Teams;

/** Looks back over a period of a Center: how fair it was, and what other rules would have changed. Changes nothing. */
@ApplicationScoped
@Transactional
class LookingBack {

    private static final Duration LONGEST = Duration.ofDays(92);
    private static final double WEEK = Duration.ofDays(7).toSeconds();

    /** Some hundred kilobytes a dozen decisions: more would hold up other requests for seconds. */
    static final int MOST_DECISIONS = 500;

    private final Decisions decisions;
    private final FairnessRows rows;
    private final Policies policies;
    private final Teams teams;
    private final Sites sites;
    private final CurrentUser user;
    private final Language language;

    LookingBack(
            Decisions decisions,
            FairnessRows rows,
            Policies policies,
            Teams teams,
            Sites sites,
            CurrentUser user,
            Language language) {
        this.decisions = decisions;
        this.rows = rows;
        this.policies = policies;
        this.teams = teams;
        this.sites = sites;
        this.user = user;
        this.language = language;
    }

    TrialView tryOut(String center, TryPolicy request) {
        checkVisible(center, Role.DISPATCHER);
        request.rules().check("/rules", language.locale());
        if (!isPeriod(request.from(), request.to())) {
            throw Fault.at("/to", periodText()).refuse();
        }
        List<RoutingDecision> found = decisions.between(center, request.from(), request.to(), MOST_DECISIONS + 1);
        boolean more = found.size() > MOST_DECISIONS;
        List<RoutingDecision> latest = more ? found.subList(0, MOST_DECISIONS) : found;
        return new Trial(center, policies.of(center), request.rules()).of(latest, more, request.from(), request.to());
    }

    FairnessView fairness(String center, Instant from, Instant to) {
        checkVisible(center, Role.DISPATCHER, Role.AUDITOR);
        if (!isPeriod(from, to)) {
            throw Fault.in("to", periodText()).refuse();
        }
        Map<UUID, Integer> accepted = rows.accepted(center, from, to);
        double weeks = Duration.between(from, to).toSeconds() / WEEK;
        List<TeamLoad> loads = teams.active(center).stream()
                .filter(team -> !team.slots().isEmpty())
                .map(team -> load(team, accepted.getOrDefault(team.id(), 0), weeks))
                .sorted(Comparator.comparing(TeamLoad::load).reversed().thenComparing(TeamLoad::team))
                .toList();
        double jain = Jain.index(loads.stream().map(TeamLoad::load).toList());
        return new FairnessView(
                center,
                from,
                to,
                Math.round(jain * 1000) / 1000.0,
                loads,
                rows.townships(center, from, to),
                rows.unmet(center, from, to));
    }

    private static TeamLoad load(TeamFacts team, int accepted, double weeks) {
        int capacity = team.slots().stream().mapToInt(slot -> slot.capacity()).sum();
        double load = Math.round(1000 * accepted / (capacity * weeks)) / 1000.0;
        return new TeamLoad(team.id(), team.name(), accepted, capacity, load);
    }

    /** Whoever dispatches or audits the whole Center. */
    private void checkVisible(String code, Role... roles) {
        boolean isCenter =
                sites.find(code).filter(site -> site.level() == Level.CENTER).isPresent();
        if (!isCenter || !user.scope().covers(code, roles)) {
            throw HttpProblem.NOT_FOUND.because();
        }
    }

    private static boolean isPeriod(Instant from, Instant to) {
        return from.isBefore(to) && !to.isAfter(from.plus(LONGEST));
    }

    private String periodText() {
        return Texts.of(LookingBack.class, "looking-back.period", language.locale(), LONGEST.toDays());
    }
}

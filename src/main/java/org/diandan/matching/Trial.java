package org.diandan.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.diandan.matching.Ranking.Ranked;
import org.diandan.matching.TrialView.Effect;
import org.diandan.matching.TrialView.TownshipEffect;
import org.diandan.policies.Policy;
import org.diandan.policies.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Decisions of the past made again by other rules.
 *
 * @param policy that holds now, in whose points all scores are
 */
record Trial(String center, Policy policy, Rules proposed) {

    private static final int TOWNSHIP_DIGITS = 9;

    /** A decision as it was and as it would have been; nobody where no team was asked. */
    private record Case(
            RoutingDecision decision,
            @Nullable Candidate before,
            @Nullable Candidate after) {

        boolean isChanged() {
            return !Objects.equals(team(before), team(after));
        }

        private static @Nullable UUID team(@Nullable Candidate candidate) {
            return candidate == null ? null : candidate.team();
        }
    }

    /** @param more whether the period has more decisions than these */
    TrialView of(List<RoutingDecision> decisions, boolean more, Instant from, Instant to) {
        List<Case> cases = decisions.stream().map(this::again).toList();
        var townships = new TreeMap<String, List<Case>>();
        cases.forEach(each -> townships
                .computeIfAbsent(township(each.decision().site()), township -> new ArrayList<>())
                .add(each));
        return new TrialView(
                center,
                from,
                to,
                policy.version(),
                cases.size(),
                more,
                effect(cases, Case::before),
                effect(cases, Case::after),
                changed(cases),
                townships.entrySet().stream()
                        .map(township -> effect(township.getKey(), township.getValue()))
                        .toList());
    }

    private Case again(RoutingDecision decision) {
        Inputs inputs = decision.inputs();
        Optional<Candidate> before =
                decision.outcome() == Outcome.ASKED ? find(inputs, decision.first()) : Optional.empty();
        Optional<Candidate> after = inputs.decide(proposed).map(Ranked::candidate);
        return new Case(decision, before.orElse(null), after.orElse(null));
    }

    private static Optional<Candidate> find(Inputs inputs, @Nullable UUID team) {
        return inputs.candidates().stream()
                .filter(candidate -> candidate.team().equals(team))
                .findFirst();
    }

    private TownshipEffect effect(String township, List<Case> cases) {
        return new TownshipEffect(
                township, cases.size(), effect(cases, Case::before), effect(cases, Case::after), changed(cases));
    }

    private Effect effect(List<Case> cases, Function<Case, @Nullable Candidate> side) {
        List<Case> matched =
                cases.stream().filter(each -> side.apply(each) != null).toList();
        double score = matched.stream()
                .mapToInt(each -> Ranked.of(
                                policy.rules(), each.decision().inputs().search(), chosen(each, side))
                        .score())
                .average()
                .orElse(0);
        double load = matched.stream()
                .mapToDouble(each -> chosen(each, side).load().relative())
                .average()
                .orElse(0);
        return new Effect(matched.size(), round(score), round(load), round(jain(cases, side)));
    }

    /** Over all teams that might have been asked: a team that never is counts as well. */
    private static double jain(List<Case> cases, Function<Case, @Nullable Candidate> side) {
        Map<UUID, Double> shares = new HashMap<>();
        for (Case each : cases) {
            each.decision().inputs().candidates().forEach(candidate -> shares.putIfAbsent(candidate.team(), 0.0));
            Candidate chosen = side.apply(each);
            if (chosen != null) {
                shares.merge(chosen.team(), 1.0 / Math.max(1, chosen.load().capacity()), Double::sum);
            }
        }
        return Jain.index(shares.values());
    }

    private static Candidate chosen(Case each, Function<Case, @Nullable Candidate> side) {
        return Objects.requireNonNull(side.apply(each));
    }

    private static int changed(List<Case> cases) {
        return (int) cases.stream().filter(Case::isChanged).count();
    }

    private static String township(String site) {
        return site.substring(0, Math.min(TOWNSHIP_DIGITS, site.length()));
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}

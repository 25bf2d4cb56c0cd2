package org.diandan.matching;

import org.diandan.assignment.LoadTier;
import org.diandan.assignment.LoadTiers;
import org.diandan.policies.Rules;

/** What a policy says of the load of teams, as an assignment counts it. */
final class Tiers {

    private static final int PERCENT = 100;

    private Tiers() {}

    static LoadTiers of(Rules rules) {
        return new LoadTiers(rules.loadTiers().stream()
                .map(tier -> new LoadTier((int) Math.round(tier.upTo() * PERCENT), tier.cost()))
                .toList());
    }
}

package org.diandan.policies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diandan.http.Fault;
import org.diandan.shared.Texts;

/**
 * All that a policy says; kept whole, so that a version can be read without the one before.
 *
 * @param score what speaks for a team
 * @param loadTiers what a visit costs by how full the team's week becomes with it, the emptiest first; the last one
 *     reaches to a full week
 * @param value what an order is worth
 * @param routing how many teams are asked
 * @param offers how many volunteers are asked, and how often one of them
 * @param plans when a plan of the whole Center is made
 */
public record Rules(
        @NotNull @Valid ScoreWeights score,
        @NotNull @Size(min = 1, max = 10) List<@Valid LoadTier> loadTiers,
        @NotNull @Valid OrderValue value,
        @NotNull @Valid RoutingRules routing,
        @NotNull @Valid OfferRules offers,
        @NotNull @Valid PlanRules plans) {

    static final Rules STANDARD = new Rules(
            new ScoreWeights(400, 8, 4, 180, 7, 10, 120, 60, 120, 100, 4.0, 10, 80),
            List.of(new LoadTier(.50, 0), new LoadTier(.75, 60), new LoadTier(.90, 150), new LoadTier(1, 300)),
            new OrderValue(1000, new OrderValue.UrgencyFactors(1, 1.5, 2.5, 4), .25, .25, .15, .05),
            new RoutingRules(3, 3),
            new OfferRules(new OfferRules.AtOnce(1, 2, 3, 7), 4, 2, 180, 3, 5),
            new PlanRules(null, false));

    public Rules {
        loadTiers = List.copyOf(loadTiers);
    }

    /**
     * Refuses what no single field shows: tiers that do not rise (then a fuller week would be cheaper, and the best plan
     * could no longer be found), an urgency that counts less than a lesser one, a village that counts less than its
     * township.
     *
     * @param pointer where the rules stand in the request
     * @throws org.diandan.shared.Refused 400 with a pointer to each fault
     */
    public void check(String pointer, Locale language) {
        var faults = new ArrayList<Fault>();
        for (int i = 1; i < loadTiers.size(); i++) {
            LoadTier before = loadTiers.get(i - 1);
            LoadTier tier = loadTiers.get(i);
            if (tier.upTo() <= before.upTo()) {
                faults.add(fault(pointer + "/loadTiers/" + i + "/upTo", "tiers-ascend", language));
            }
            if (tier.cost() < before.cost()) {
                faults.add(fault(pointer + "/loadTiers/" + i + "/cost", "tiers-convex", language));
            }
        }
        int last = loadTiers.size() - 1;
        if (loadTiers.get(last).upTo() != 1) {
            faults.add(fault(pointer + "/loadTiers/" + last + "/upTo", "tiers-full-week", language));
        }
        if (!value.urgency().rises()) {
            faults.add(fault(pointer + "/value/urgency", "urgency-rises", language));
        }
        if (score.sameVillage() < score.sameTownship()) {
            faults.add(fault(pointer + "/score/sameVillage", "village-first", language));
        }
        if (score.responseAccepted() > score.responseAsked()) {
            faults.add(fault(pointer + "/score/responseAccepted", "accepted-of-asked", language));
        }
        if (!faults.isEmpty()) {
            throw Fault.refuse(faults);
        }
    }

    private static Fault fault(String pointer, String key, Locale language) {
        return Fault.at(pointer, Texts.of(Rules.class, "rules." + key, language));
    }
}

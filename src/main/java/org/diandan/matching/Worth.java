package org.diandan.matching;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import org.diandan.policies.OrderValue;
import org.diandan.residents.Circumstance;
import org.diandan.shared.Urgency;

/**
 * What makes an order worth more than another one. Sensitive: the circumstances, which count only with the resident's
 * consent, are told to auditors alone; everyone else reads the one number that they come to.
 *
 * @param quarters how many quarters of the time limit for finding a team are used up, 0 to 4
 */
record Worth(Urgency urgency, boolean livesAlone, boolean disabled, boolean over80, int quarters) {

    /** @param circumstances those that the resident lets count */
    static Worth of(Urgency urgency, Set<Circumstance> circumstances, int quarters) {
        return new Worth(
                urgency,
                circumstances.contains(Circumstance.LIVES_ALONE),
                circumstances.contains(Circumstance.DISABLED),
                circumstances.contains(Circumstance.OVER_80),
                quarters);
    }

    /** In the points of the score. */
    int points(OrderValue rules) {
        double circumstances = 1
                + (livesAlone ? rules.livesAlone() : 0)
                + (disabled ? rules.disabled() : 0)
                + (over80 ? rules.over80() : 0);
        double ageing = 1 + quarters * rules.ageing();
        return (int) Math.round(rules.base() * rules.urgency().of(urgency) * circumstances * ageing);
    }

    /** Tells whether the order takes the best team there is, whatever that team is kept for. */
    @JsonIgnore
    boolean isPressing() {
        return urgency.compareTo(Urgency.URGENT) >= 0;
    }
}

package org.diandan.identity;

import static org.diandan.identity.IdentityProblem.SECOND_FACTOR_NEEDED;
import static org.diandan.identity.IdentityProblem.SECOND_FACTOR_WRONG;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The second step of a sign-in. Between transactions: a try counts though it is refused, and nothing else is held. */
@ApplicationScoped
class SecondStep {

    private final SecondFactor factor;
    private final Attempts attempts;
    private final IdentityConfig config;

    SecondStep(SecondFactor factor, Attempts attempts, IdentityConfig config) {
        this.factor = factor;
        this.attempts = attempts;
        this.config = config;
    }

    /**
     * Lets an account pass that has no second factor, or shows it.
     *
     * @param code of the app, or a recovery code; absent if none was sent
     * @throws org.diandan.shared.Refused if it is needed, wrong, used, or was tried too often today
     */
    void take(UUID account, @Nullable String code) {
        if (!factor.isOn(account)) {
            return;
        }
        if (code == null) {
            throw SECOND_FACTOR_NEEDED.because();
        }
        attempts.count(
                Attempts.Kind.SECOND_FACTOR, account.toString(), config.limits().secondFactorsPerAccount());
        if (!factor.spend(account, code)) {
            throw SECOND_FACTOR_WRONG.because();
        }
        attempts.forget(Attempts.Kind.SECOND_FACTOR, account.toString());
    }
}

package org.diandan.policies;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.diandan.shared.Recent;

/** The policies of the Centers, as other rooms ask for them: from memory, at most {@link Recent#FOR} old. */
@ApplicationScoped
public class Policies {

    private final PolicyRows rows;
    private final Recent<String, Policy> latest;

    Policies(PolicyRows rows, TransactionSynchronizationRegistry transactions) {
        this.rows = rows;
        this.latest = new Recent<>(transactions, center -> QuarkusTransaction.joiningExisting()
                .call(() -> rows.latest(center).map(PolicyEntry::policy).orElse(Policy.STANDARD)));
    }

    /** What holds in a Center now; its version belongs to whatever is decided by it. */
    public Policy of(String center) {
        return latest.get(center);
    }

    /** What held in a Center when something was decided by this version; none where there never was such a version. */
    @Transactional
    public Optional<Policy> find(String center, int version) {
        if (version == Policy.STANDARD.version()) {
            return Optional.of(Policy.STANDARD);
        }
        return rows.find(center, version).map(PolicyEntry::policy);
    }

    /** Reads the Center's policy anew, now and after this transaction. */
    void forget(String center) {
        latest.forget(center);
    }
}

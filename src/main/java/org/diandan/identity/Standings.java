package org.diandan.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.jspecify.annotations.Nullable;

/**
 * What each caller is at the moment, read with one statement and believed for some seconds. A change made by this
 * instance is seen at once; that another's is seen at all rests on the seconds alone.
 */
@ApplicationScoped
class Standings {

    /**
     * What is known of an account.
     *
     * @param active the identity; absent for an account that is unknown, suspended or closed
     * @param generation of its tokens; those of another have ended
     */
    record Standing(@Nullable SecurityIdentity active, int generation) {

        /** For a token of another issuer, who ends it himself. */
        SecurityIdentity identity() {
            return identity(generation);
        }

        /** For a token of ours. */
        SecurityIdentity identity(int generationOfToken) {
            if (active == null || generationOfToken != generation) {
                throw new AuthenticationFailedException();
            }
            return active;
        }
    }

    static final String SCOPE = "diandan.scope";

    private static final Set<Role> COORDINATORS = Set.of(Role.DISPATCHER, Role.ADMIN);
    private static final int MOST = 50_000;
    private static final String READ =
            "select g.role, g.scope, a.token_generation, f.confirmed_at is not null from account a"
                    + " left join account_grant g on g.center = a.center and g.account = a.id"
                    + " left join second_factor f on f.center = a.center and f.account = a.id"
                    + " where a.center = ? and a.id = ? and a.state = 'ACTIVE'";

    private final DataSource database;
    private final IdentityConfig config;
    private final LoadingCache<UUID, Standing> known;

    Standings(DataSource database, IdentityConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(config.grantsCache())
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build(this::read);
    }

    /** What an account is, if that is known without asking the database. */
    @Nullable
    Standing ifKnown(UUID account) {
        return known.getIfPresent(account);
    }

    /** What an account is; asks the database, so it may block. */
    Standing of(UUID account) {
        return known.get(account);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GrantsChanged change) {
        known.invalidate(change.account());
    }

    private Standing read(UUID account) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(READ)) {
            statement.setString(1, Ids.centerOf(account));
            statement.setObject(2, account);
            try (ResultSet rows = statement.executeQuery()) {
                boolean active = false;
                int generation = 0;
                boolean second = false;
                List<Grant> grants = new ArrayList<>();
                while (rows.next()) {
                    active = true;
                    generation = rows.getInt(3);
                    second = rows.getBoolean(4);
                    @Nullable String role = rows.getString(1);
                    if (role != null) {
                        grants.add(new Grant(Role.valueOf(role), rows.getString(2)));
                    }
                }
                return new Standing(active ? identity(new Scope(account, holding(grants, second))) : null, generation);
            }
        }
    }

    /** Tells whether some of these grants do not hold for somebody without a second factor. */
    boolean isMissing(List<Grant> grants) {
        return grants.size() > holding(grants, false).size();
    }

    private List<Grant> holding(List<Grant> grants, boolean second) {
        return second || !config.secondFactorRequired()
                ? grants
                : grants.stream()
                        .filter(grant -> !COORDINATORS.contains(grant.role()))
                        .toList();
    }

    private static SecurityIdentity identity(Scope scope) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(String.valueOf(scope.account())))
                .addAttribute(SCOPE, scope);
        scope.grants().forEach(grant -> identity.addRole(grant.role().name()));
        return identity.build();
    }
}

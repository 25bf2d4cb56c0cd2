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
     * @param active the identity with what holds; absent for an account that is unknown, suspended or closed
     * @param granted the identity with all that it is granted, for somebody who showed a second factor elsewhere
     * @param hasFactor whether it has a second factor here
     * @param generation of its tokens; those of another have ended
     */
    record Standing(
            @Nullable SecurityIdentity active, @Nullable SecurityIdentity granted, boolean hasFactor, int generation) {

        /** For a token of another issuer, who ends it himself. */
        SecurityIdentity identity(boolean showedFactor) {
            @Nullable SecurityIdentity found = showedFactor ? granted : active;
            if (found == null || (hasFactor && !showedFactor)) {
                throw new AuthenticationFailedException();
            }
            return found;
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
            "select g.role, g.scope, a.token_generation, f.confirmed_at is not null, a.state = 'ACTIVE' from account a"
                    + " left join account_grant g on g.center = a.center and g.account = a.id"
                    + " left join second_factor f on f.center = a.center and f.account = a.id"
                    + " where a.center = ? and a.id = ?";

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

    /** What an account is, as one knows who has seen a token of this generation: ours, so it is not made up. */
    Standing of(UUID account, int generation) {
        Standing found = of(account);
        if (found.generation() >= generation) {
            return found;
        }
        known.invalidate(account);
        return of(account);
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
                return standing(account, rows);
            }
        }
    }

    private Standing standing(UUID account, ResultSet rows) throws SQLException {
        boolean active = false;
        boolean hasFactor = false;
        int generation = 0;
        List<Grant> grants = new ArrayList<>();
        while (rows.next()) {
            generation = rows.getInt(3);
            hasFactor = rows.getBoolean(4);
            active = rows.getBoolean(5);
            @Nullable String role = rows.getString(1);
            if (role != null) {
                grants.add(new Grant(Role.valueOf(role), rows.getString(2)));
            }
        }
        return active
                ? new Standing(
                        identity(new Scope(account, holding(grants, hasFactor))),
                        identity(new Scope(account, grants)),
                        hasFactor,
                        generation)
                : new Standing(null, null, hasFactor, generation);
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

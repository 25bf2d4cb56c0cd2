package org.diandan.identity;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.diandan.shared.Wall;
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
            "select a.id, g.role, g.scope, a.token_generation, f.confirmed_at is not null, a.state = 'ACTIVE'"
                    + " from unnest(?, ?) asked (center, id)"
                    + " join account a on a.center = asked.center and a.id = asked.id"
                    + " left join account_grant g on g.center = a.center and g.account = a.id"
                    + " left join second_factor f on f.center = a.center and f.account = a.id";

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
                .build(new CacheLoader<>() {
                    @Override
                    public Standing load(UUID account) {
                        return requireNonNull(read(Set.of(account)).get(account));
                    }

                    @Override
                    public Map<UUID, Standing> loadAll(Set<? extends UUID> accounts) {
                        return read(accounts);
                    }
                });
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

    /** What these accounts are; asks the database once for all of them of whom nothing is known. */
    Map<UUID, Standing> of(Collection<UUID> accounts) {
        return known.getAll(accounts);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GrantsChanged change) {
        known.invalidate(change.account());
    }

    /** Outside of whatever transaction there is, which works for other Centers than these accounts'. */
    private Map<UUID, Standing> read(Set<? extends UUID> accounts) {
        return QuarkusTransaction.suspendingExisting().call(() -> ask(accounts));
    }

    private Map<UUID, Standing> ask(Set<? extends UUID> accounts) throws SQLException {
        Map<UUID, Found> found = new HashMap<>();
        for (UUID account : accounts) {
            found.put(account, new Found());
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(Wall.before(READ))) {
            String[] centers = accounts.stream().map(Ids::centerOf).toArray(String[]::new);
            Wall.bind(statement, Opening.STANDING, centers);
            statement.setArray(Wall.PLACES + 1, connection.createArrayOf("varchar", centers));
            statement.setArray(Wall.PLACES + 2, connection.createArrayOf("uuid", accounts.toArray()));
            statement.execute();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    requireNonNull(found.get(rows.getObject(1, UUID.class))).add(rows);
                }
            }
        }
        Map<UUID, Standing> standings = new HashMap<>();
        found.forEach((account, row) -> standings.put(account, standing(account, row)));
        return standings;
    }

    /** What the rows of one account say. */
    private static final class Found {
        private final List<Grant> grants = new ArrayList<>();
        private int generation;
        private boolean hasFactor;
        private boolean active;

        void add(ResultSet row) throws SQLException {
            generation = row.getInt(4);
            hasFactor = row.getBoolean(5);
            active = row.getBoolean(6);
            @Nullable String role = row.getString(2);
            if (role != null) {
                grants.add(new Grant(Role.valueOf(role), row.getString(3)));
            }
        }
    }

    private Standing standing(UUID account, Found found) {
        return found.active
                ? new Standing(
                        identity(new Scope(account, holding(found.grants, found.hasFactor))),
                        identity(new Scope(account, found.grants)),
                        found.hasFactor,
                        found.generation)
                : new Standing(null, null, found.hasFactor, found.generation);
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

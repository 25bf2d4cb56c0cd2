package org.diandan.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The table {@code policy}: rows are added, never changed or taken away. */
@ApplicationScoped
class PolicyRows {

    private static final String ROW =
            "select version, cast(rules as text), reason, decided_by, decided_at from policy where center = :center";

    private static final String INSERT = """
            insert into policy (center, version, rules, reason, decided_by, decided_at)
            values (:center, :version, cast(:rules as jsonb), :reason, :by, :at)""";

    private final Session database;
    private final ObjectMapper json;

    PolicyRows(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<PolicyEntry> latest(String center) {
        return before(center, Integer.MAX_VALUE, 1).stream().findFirst();
    }

    Optional<PolicyEntry> find(String center, int version) {
        return database.createNativeQuery(ROW + " and version = :version", Tuple.class)
                .setParameter("center", center)
                .setParameter("version", version)
                .uniqueResultOptional()
                .map(this::entry);
    }

    /** The latest first, beginning below a version. */
    List<PolicyEntry> before(String center, int version, int limit) {
        return database.createNativeQuery(ROW + " and version < :version order by version desc", Tuple.class)
                .setParameter("center", center)
                .setParameter("version", version)
                .setMaxResults(limit)
                .getResultStream()
                .map(this::entry)
                .toList();
    }

    /** The latest version, after which nobody else adds one until this transaction is over; 0 if there is none. */
    int lockVersion(String center) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('policy' || :center))", Integer.class)
                .setParameter("center", center)
                .getSingleResult();
        return latest(center).map(entry -> entry.policy().version()).orElse(Policy.STANDARD.version());
    }

    void add(String center, PolicyEntry entry) {
        database.createNativeMutationQuery(INSERT)
                .setParameter("center", center)
                .setParameter("version", entry.policy().version())
                .setParameter("rules", write(entry.policy().rules()))
                .setParameter("reason", entry.reason())
                .setParameter("by", entry.decidedBy())
                .setParameter("at", entry.decidedAt())
                .executeUpdate();
    }

    private PolicyEntry entry(Tuple row) {
        var policy = new Policy(row.get(0, Integer.class), read(row.get(1, String.class)));
        return new PolicyEntry(policy, row.get(2, String.class), row.get(3, UUID.class), row.get(4, Instant.class));
    }

    private String write(Rules rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers can be written", e);
        }
    }

    private Rules read(String rules) {
        try {
            return json.readValue(rules, Rules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written here can be read", e);
        }
    }
}

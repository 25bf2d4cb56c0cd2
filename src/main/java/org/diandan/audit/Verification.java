package org.diandan.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Looks through the chains of seals and the entries that they cover, as of one moment, and finds what was changed, taken
 * out, put in or put in another order. Whoever can write all tables can forge a chain from some seal on: that shows only
 * to who kept a later seal's hash elsewhere, so the last hash of each Center is a part of the result.
 */
final class Verification {

    /** Of both tables: where the entries are gone there are still seals, and the other way round. */
    private static final String CENTERS = """
            with recursive known as (
                (select min(center) as center from (
                    (select center from audit_entry order by center limit 1)
                    union all (select center from audit_seal order by center limit 1)) first)
                union all
                select (select min(center) from (
                    (select center from audit_entry where center > known.center order by center limit 1)
                    union all (select center from audit_seal where center > known.center order by center limit 1)) next)
                from known where known.center is not null)
            select center from known where center is not null""";

    private static final String SEALS = "select " + Seal.COLUMNS + " from audit_seal where center = ? order by number";

    private static final String ENTRIES =
            "select " + Entry.COLUMNS + " from audit_entry where center = ? and id = any(?)";

    private static final String COUNTS = """
            select count(*), count(*) filter (where exists (
                select from audit_unsealed u where u.center = e.center and u.id = e.id))
            from audit_entry e where center = ?""";

    private static final int SEALS_AT_ONCE = 100;

    private final Connection connection;

    /** @param connection not in the middle of anything; read from as of one moment */
    Verification(Connection connection) {
        this.connection = connection;
    }

    /** What kind of thing was found. */
    enum Flaw {
        /** A seal is missing, or does not hang on the one before. */
        CHAIN_BROKEN,
        /** Entries that a seal covers are gone. */
        ENTRIES_MISSING,
        /** Entries, their order or the seal are not what they were. */
        ENTRIES_CHANGED,
        /** There are entries that no seal covers and that do not wait for one, or that several cover. */
        ENTRIES_UNKNOWN
    }

    /**
     * Something that is not as it was sealed.
     *
     * @param seal the seal's number; 0 where it is no seal's
     * @param entries how many entries are missing or unknown
     */
    record Finding(Flaw flaw, String center, long seal, long entries) {}

    /** A Center's chain: its length, its last hash, and how many entries it covers and how many wait. */
    record Chain(String center, long seals, String lastHash, long sealed, long waiting, List<Finding> findings) {

        boolean isIntact() {
            return findings.isEmpty();
        }
    }

    List<String> centers() throws SQLException {
        try (var query = connection.prepareStatement(CENTERS);
                ResultSet rows = query.executeQuery()) {
            List<String> centers = new ArrayList<>();
            while (rows.next()) {
                centers.add(rows.getString(1));
            }
            return centers;
        }
    }

    Chain verify(String center) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        long number = 0;
        long sealed = 0;
        String last = Seal.NOTHING;
        try (var query = connection.prepareStatement(SEALS)) {
            query.setFetchSize(SEALS_AT_ONCE);
            query.setString(1, center);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Seal seal = Seal.read(rows);
                    number++;
                    if (seal.number() != number || !seal.previous().equals(last)) {
                        findings.add(new Finding(Flaw.CHAIN_BROKEN, center, seal.number(), 0));
                        number = seal.number();
                    }
                    sealed += look(seal, findings);
                    last = seal.hash();
                }
            }
        }
        long waiting = waiting(center, sealed, findings);
        return new Chain(center, number, last, sealed, waiting, List.copyOf(findings));
    }

    /** Compares a seal with what it covers; returns how many of its entries are there. */
    private long look(Seal seal, List<Finding> findings) throws SQLException {
        Map<UUID, Entry> there = entries(seal);
        List<Entry> found =
                seal.entries().stream().map(there::get).filter(Objects::nonNull).toList();
        if (found.size() < seal.entries().size()) {
            long missing = (long) seal.entries().size() - found.size();
            findings.add(new Finding(Flaw.ENTRIES_MISSING, seal.center(), seal.number(), missing));
        } else if (!seal.covers(found)) {
            findings.add(new Finding(Flaw.ENTRIES_CHANGED, seal.center(), seal.number(), 0));
        }
        return there.size();
    }

    private Map<UUID, Entry> entries(Seal seal) throws SQLException {
        try (var query = connection.prepareStatement(ENTRIES)) {
            query.setString(1, seal.center());
            query.setArray(2, connection.createArrayOf("uuid", seal.entries().toArray()));
            Map<UUID, Entry> entries = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Entry entry = Entry.read(rows);
                    entries.put(entry.id(), entry);
                }
            }
            return entries;
        }
    }

    private long waiting(String center, long sealed, List<Finding> findings) throws SQLException {
        try (var query = connection.prepareStatement(COUNTS)) {
            query.setString(1, center);
            try (ResultSet counts = query.executeQuery()) {
                counts.next();
                long waiting = counts.getLong(2);
                long unknown = counts.getLong(1) - sealed - waiting;
                if (unknown != 0) {
                    findings.add(new Finding(Flaw.ENTRIES_UNKNOWN, center, 0, Math.abs(unknown)));
                }
                return waiting;
            }
        }
    }
}

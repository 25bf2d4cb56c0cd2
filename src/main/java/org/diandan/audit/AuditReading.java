package org.diandan.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.diandan.http.Cursor;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The audit as auditors read it within their areas: Center after Center, in each the newest first. */
@ApplicationScoped
@Transactional
class AuditReading {

    private static final int COUNTY = 6;

    /** The Centers below a prefecture or province that have entries, one step along the key for each. */
    private static final String CENTERS = """
            with recursive known as (
                (select center from audit_entry where center >= :area order by center limit 1)
                union all
                select (select center from audit_entry where center > known.center order by center limit 1)
                from known where starts_with(known.center, :area))
            select center from known where starts_with(center, :area)""";

    /** What concerns the whole installation has no site; it is asked for by auditors above the counties alone. */
    private static final String ENTRIES = "select " + Entry.COLUMNS + " from audit_entry"
            + " where center = ? and kind = ? and id >= ? and id < ?"
            + " and (site = '' or exists (select from unnest(?) as area where starts_with(site, area)))";

    private static final String SEALS = "select " + Seal.COLUMNS + " from audit_seal where center = ? and number < ?"
            + " order by number desc limit ?";

    private final Session session;

    AuditReading(Session session) {
        this.session = session;
    }

    /** Entries of one kind in these areas, one more than the limit if there are so many. */
    List<Entry> entries(Entry.Kind kind, Collection<Area> areas, AuditQuestion question, Cursor after, int limit) {
        SortedSet<String> centers = centers(areas);
        @Nullable String begun = after.isStart() ? null : after.text(0);
        List<Entry> found = new ArrayList<>();
        for (String center : begun == null ? centers : centers.tailSet(begun)) {
            UUID before = center.equals(begun) ? after.uuid(1) : Ids.firstOf(question.to());
            found.addAll(entries(center, kind, areas, question, before, limit + 1 - found.size()));
            if (found.size() > limit) {
                break;
            }
        }
        return found;
    }

    /** The seals of a Center before this number, the newest first, one more than the limit if there are so many. */
    List<Seal> seals(String center, long before, int limit) {
        return rows(SEALS, Seal::read, List.of(center, before, limit + 1));
    }

    private List<Entry> entries(
            String center, Entry.Kind kind, Collection<Area> areas, AuditQuestion question, UUID before, int most) {
        var sql = new StringBuilder(ENTRIES);
        List<Object> values = new ArrayList<>(List.of(
                center,
                kind.name(),
                Ids.firstOf(question.from()),
                before,
                areas.stream().map(Area::code).toArray(String[]::new)));
        if (question.by() != null) {
            sql.append(" and actor = ?");
            values.add(question.by());
        }
        if (question.about() != null) {
            sql.append(" and (subject = ? or through = ?)");
            values.add(question.about());
            values.add(question.about());
        }
        values.add(most);
        return rows(sql.append(" order by id desc limit ?").toString(), Entry::read, values);
    }

    private SortedSet<String> centers(Collection<Area> areas) {
        SortedSet<String> centers = new TreeSet<>();
        for (Area area : areas) {
            if (area.code().length() >= COUNTY) {
                centers.add(Area.centerOf(area.code()));
            } else {
                centers.add(Ids.INSTALLATION);
                centers.addAll(session.createNativeQuery(CENTERS, String.class)
                        .setParameter("area", area.code())
                        .getResultList());
            }
        }
        return centers;
    }

    /** Reads a row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Reading<T> reading, List<Object> values) {
        return session.doReturningWork(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    Object value = values.get(i);
                    query.setObject(
                            i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
                }
                List<T> found = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(reading.read(rows));
                    }
                }
                return found;
            }
        });
    }
}

package org.diandan.residents;

import static org.diandan.residents.ResidentsProblem.SEARCH_TOO_WIDE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.keys.Keys;
import org.diandan.keys.MarkedColumn;
import org.diandan.keys.SealedColumn;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Page;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Finds residents by phone or the beginning of the name: by resident_phone and resident_name, never by walking a village. */
@ApplicationScoped
@Transactional
class ResidentSearch {

    private static final String ROWS = """
            select center, id, site, name, phone, address from resident
             where center in :centers
               and exists (select 1 from unnest(:areas) as area where starts_with(site, area))
               and (center, name, id) > (:center, :name, :id)
               and %s
             order by center, name, id
             limit :limit""";

    private static final String BY_NAME = "name >= :from and name < :beyond";
    private static final String BY_PHONE = "phone_mark = :mark";
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);
    private static final int COUNTY = 6;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Session session;
    private final Cursors cursors;
    private final Keys keys;

    ResidentSearch(Session session, Cursors cursors, Keys keys) {
        this.session = session;
        this.cursors = cursors;
        this.keys = keys;
    }

    private record Row(String center, String name, ResidentLine line) {}

    Page<ResidentLine> find(
            Collection<Area> areas, @Nullable String phone, @Nullable String name, Cursor after, int limit) {
        Set<String> centers = centers(areas);
        if (centers.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var query = session.createNativeQuery(ROWS.formatted(phone == null ? BY_NAME : BY_PHONE), Object[].class)
                .setParameterList("centers", centers)
                .setParameter("areas", areas.stream().map(Area::code).toArray(String[]::new))
                .setParameter("center", after.isStart() ? "" : after.text(0))
                .setParameter("name", after.isStart() ? "" : after.text(1))
                .setParameter("id", after.isStart() ? BEFORE_ALL : after.uuid(2))
                .setParameter("limit", limit + 1);
        if (phone != null) {
            query.setParameter("mark", keys.mark(MarkedColumn.RESIDENT_PHONE, phone));
        } else if (name != null && !name.isBlank()) {
            query.setParameter("from", name.strip()).setParameter("beyond", name.strip() + LAST_CHARACTER);
        } else {
            throw SEARCH_TOO_WIDE.because();
        }
        List<Row> rows = query.setTupleTransformer((row, names) -> read(row)).getResultList();
        Page<Row> page = Page.of(
                rows,
                limit,
                row -> cursors.encode(row.center(), row.name(), row.line().id()));
        return new Page<>(page.items().stream().map(Row::line).toList(), page.next());
    }

    /** The residents with these ids, who were looked up elsewhere; at most a few. */
    List<ResidentLine> lines(Collection<UUID> residents) {
        return residents.isEmpty()
                ? List.of()
                : session.createQuery(
                                "select r.id, r.site, r.name, r.phone, r.address from Resident r"
                                        + " where r.center in :centers and r.id in :ids order by r.id",
                                Object[].class)
                        .setParameterList("centers", centersOf(residents))
                        .setParameterList("ids", residents)
                        .getResultStream()
                        .map(row -> ResidentLine.of(
                                (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]))
                        .toList();
    }

    private Row read(Object[] row) {
        @Nullable String phone = row[4] == null ? null : keys.open(SealedColumn.RESIDENT_PHONE, (byte[]) row[4]);
        @Nullable String address = row[5] == null ? null : keys.open(SealedColumn.RESIDENT_ADDRESS, (byte[]) row[5]);
        var line = ResidentLine.of((UUID) row[1], (String) row[2], (String) row[3], phone, address);
        return new Row((String) row[0], (String) row[3], line);
    }

    private static Set<String> centers(Collection<Area> areas) {
        return areas.stream()
                .map(Area::code)
                .filter(code -> code.length() >= COUNTY)
                .map(Area::centerOf)
                .collect(Collectors.toSet());
    }

    private static Set<String> centersOf(Collection<UUID> ids) {
        return ids.stream().map(Ids::centerOf).collect(Collectors.toSet());
    }
}

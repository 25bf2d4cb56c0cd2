package org.diandan.sites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diandan.http.Cursor;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads the divisions. */
@ApplicationScoped
@Transactional
class Divisions {

    private static final String HISTORY = """
            select name, level, parent, valid_from, valid_until from division where code = :code order by valid_from""";

    private final Session database;

    Divisions(Session database) {
        this.database = database;
    }

    /**
     * Valid divisions by code, or by name if the beginning of one is given; the cursor holds name and code.
     *
     * @param name how the name begins
     */
    List<DivisionLine> list(
            @Nullable String parent, @Nullable DivisionLevel level, @Nullable String name, Cursor after, int limit) {
        var where = new StringBuilder("select code, name, level, parent from division where valid_until is null");
        where.append(parent == null ? "" : " and parent = :parent");
        where.append(level == null ? "" : " and level = :level");
        where.append(name == null ? "" : " and name like :name");
        if (!after.isStart()) {
            where.append(name == null ? " and code > :code" : " and (name, code) > (:after, :code)");
        }
        where.append(name == null ? " order by code" : " order by name, code");
        var query = database.createNativeQuery(where.toString(), Object[].class).setMaxResults(limit + 1);
        bind(query, "parent", parent);
        bind(query, "level", level == null ? null : level.name());
        bind(query, "name", name == null ? null : name.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        if (!after.isStart()) {
            bind(query, "after", name == null ? null : after.text(0));
            bind(query, "code", after.text(1));
        }
        return query.getResultList().stream().map(Divisions::line).toList();
    }

    Optional<DivisionView> find(String code) {
        List<Object[]> history = database.createNativeQuery(HISTORY, Object[].class)
                .setParameter("code", code)
                .getResultList();
        if (history.isEmpty()) {
            return Optional.empty();
        }
        Object[] last = history.get(history.size() - 1);
        DivisionLevel level = DivisionLevel.valueOf((String) last[1]);
        return Optional.of(new DivisionView(
                code,
                (String) last[0],
                level,
                (@Nullable String) last[2],
                (LocalDate) last[3],
                (@Nullable LocalDate) last[4],
                above(level, code),
                history.subList(0, history.size() - 1).stream()
                        .map(row -> new DivisionView.Name((String) row[0], (LocalDate) row[3], (LocalDate) row[4]))
                        .toList()));
    }

    /** Tells whether a division with this code is valid now. */
    boolean isValid(String code) {
        return !database.createNativeQuery(
                        "select 1 from division where code = :code and valid_until is null", Integer.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    private List<DivisionLine> above(DivisionLevel level, String code) {
        String[] codes = Arrays.stream(DivisionLevel.values())
                .filter(each -> each.compareTo(level) < 0)
                .map(each -> code.substring(0, each.digits()))
                .toArray(String[]::new);
        return database
                .createNativeQuery(
                        "select code, name, level, parent from division where code = any(:codes) and valid_until is null "
                                + "order by code",
                        Object[].class)
                .setParameter("codes", codes)
                .getResultList()
                .stream()
                .map(Divisions::line)
                .toList();
    }

    private static void bind(NativeQuery<?> query, String name, @Nullable String value) {
        if (value != null) {
            query.setParameter(name, value);
        }
    }

    private static DivisionLine line(Object[] row) {
        return new DivisionLine(
                (String) row[0], (String) row[1], DivisionLevel.valueOf((String) row[2]), (@Nullable String) row[3]);
    }
}

package org.diandan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.shared.Area;
import org.diandan.shared.Masked;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The accounts of staff, by county and account. Reads what staff hold there, so that no resident can be among them. */
@ApplicationScoped
@Transactional
class StaffList {

    private static final String LINES = """
            select h.account, h.center, a.name, a.phone, a.state, array_agg(h.role || ' ' || h.scope order by h.role, h.scope)
              from grant_holder h
              join account a on a.center = h.account_center and a.id = h.account
             where h.role in ('CLERK', 'DISPATCHER', 'AUDITOR', 'ADMIN')
               and (h.center, h.account) > (:center, :account)
               %s
             group by h.center, h.account, a.name, a.phone, a.state
             order by h.center, h.account
             limit :limit""";

    private static final String WITHIN =
            "and exists (select 1 from unnest(:areas) as area where starts_with(h.scope, area))";

    /** By counties where the areas name them; a whole province is asked for by administrators alone. */
    private static final String OF_CENTERS = "and h.center in :centers ";

    private static final int COUNTY = 6;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Session session;
    private final Cursors cursors;
    private final Keys keys;

    StaffList(Session session, Cursors cursors, Keys keys) {
        this.session = session;
        this.cursors = cursors;
        this.keys = keys;
    }

    /** Everyone of the staff, the administrators among them. */
    Page<AccountLine> all(Cursor after, int limit) {
        return page(LINES.formatted(""), List.of(), after, limit);
    }

    /** Those whose grants lie within one of the areas. */
    Page<AccountLine> within(Collection<Area> areas, Cursor after, int limit) {
        if (areas.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        boolean inCounties = areas.stream().allMatch(area -> area.code().length() >= COUNTY);
        return page(LINES.formatted(inCounties ? OF_CENTERS + WITHIN : WITHIN), areas, after, limit);
    }

    private Page<AccountLine> page(String sql, Collection<Area> areas, Cursor after, int limit) {
        var query = session.createNativeQuery(sql, Object[].class)
                .setParameter("center", after.isStart() ? "" : after.text(0))
                .setParameter("account", after.isStart() ? BEFORE_ALL : after.uuid(1))
                .setParameter("limit", limit + 1);
        if (sql.contains(OF_CENTERS)) {
            query.setParameterList(
                    "centers",
                    areas.stream().map(area -> Area.centerOf(area.code())).collect(Collectors.toSet()));
        }
        if (!areas.isEmpty()) {
            query.setParameter("areas", areas.stream().map(Area::code).toArray(String[]::new));
        }
        List<AccountLine> lines = query.getResultStream().map(this::line).toList();
        return Page.of(lines, limit, line -> cursors.encode(line.center(), line.id()));
    }

    private AccountLine line(Object[] row) {
        @Nullable String phone = row[3] == null ? null : keys.open(SealedColumn.ACCOUNT_PHONE, (byte[]) row[3]);
        return new AccountLine(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                phone == null ? null : Masked.phone(phone),
                AccountState.valueOf((String) row[4]),
                Arrays.stream((String[]) row[5]).map(StaffList::grant).toList());
    }

    private static GrantView grant(String text) {
        int space = text.indexOf(' ');
        return new GrantView(Role.valueOf(text.substring(0, space)), text.substring(space + 1));
    }
}

package org.diandan.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.http.HttpProblem;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Area;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.jspecify.annotations.Nullable;

/** The orders that wait, as dispatchers and auditors of their places read them. */
@ApplicationScoped
@Transactional
class WaitingReading {

    private static final Pattern CENTER = Pattern.compile("[0-9]{6}");

    private final Searches searches;
    private final CurrentUser user;
    private final Cursors cursors;

    WaitingReading(Searches searches, CurrentUser user, Cursors cursors) {
        this.searches = searches;
        this.user = user;
        this.cursors = cursors;
    }

    Page<WaitingLine> list(String center, @Nullable String cursor, int limit) {
        List<String> areas = user.scope().areas(Role.DISPATCHER, Role.AUDITOR).stream()
                .filter(area -> area.covers(center) || area.code().startsWith(center))
                .map(Area::code)
                .toList();
        if (areas.isEmpty() || !CENTER.matcher(center).matches()) {
            throw HttpProblem.NOT_FOUND.because();
        }
        Cursor after = cursors.decode(cursor);
        int worth = after.isStart() ? 0 : (int) after.number(0);
        UUID last = after.isStart() ? null : after.uuid(1);
        return Page.of(
                searches.waiting(center, areas, worth, last, limit + 1),
                limit,
                line -> cursors.encode(line.worth(), line.order()));
    }
}

package org.diandan.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diandan.http.Cursor;
import org.diandan.shared.Area;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.hibernate.Session;

/** The lists of tasks: what is open, the most pressing first; what has ended, the latest first. */
@ApplicationScoped
class TaskBoard {

    private static final String LINES = """
            select new org.diandan.tasks.TaskLine(t.id, t.kind, t.state, t.site, t.asked, t.role, t.subject, t.dueAt,
                t.takenBy, t.closedAt, t.outcome)
            from Task t where\s""";

    private static final int CENTER = 6;
    private static final int TOWNSHIP = 9;
    private static final int VILLAGE = 12;

    private final Session session;

    TaskBoard(Session session) {
        this.session = session;
    }

    /** Reads one line more than the limit, which tells that there are more. */
    List<TaskLine> page(Scope scope, TaskFilter filter, Cursor after, int limit) {
        Map<String, Object> values = new HashMap<>();
        List<String> areas = new ArrayList<>();
        scope.areas(Role.DISPATCHER).forEach(area -> areas.add(within(area, values)));
        scope.areas(Role.CLERK).forEach(area -> areas.add(within(area, values) + " and t.role = CLERK"));
        if (areas.isEmpty()) {
            return List.of();
        }
        List<String> conditions = new ArrayList<>();
        conditions.add("(" + String.join(" or ", areas) + ")");
        conditions.addAll(wanted(filter, values));
        // The latest first, read backwards along the same kind of index.
        String sortedBy = filter.isClosed() ? "t.closedAt" : "t.dueAt";
        String direction = filter.isClosed() ? " desc" : "";
        if (!after.isStart()) {
            conditions.add("(" + sortedBy + ", t.id) " + (filter.isClosed() ? "<" : ">") + " (:afterAt, :afterId)");
            values.put("afterAt", after.instant(0));
            values.put("afterId", after.uuid(1));
        }
        var query = session.createSelectionQuery(
                LINES + String.join(" and ", conditions) + " order by " + sortedBy + direction + ", t.id" + direction,
                TaskLine.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit + 1).getResultList();
    }

    private static List<String> wanted(TaskFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        // As literals: only then PostgreSQL knows which index serves.
        conditions.add(filter.isClosed() ? "t.closedAt is not null" : "t.state in (OPEN, TAKEN)");
        if (filter.state() != null) {
            conditions.add("t.state = :state");
            values.put("state", filter.state());
        }
        if (filter.kind() != null) {
            conditions.add("t.kind = :kind");
            values.put("kind", filter.kind());
        }
        if (filter.taker() != null) {
            conditions.add(filter.isClosed() ? "t.closedBy = :taker" : "t.takenBy = :taker");
            values.put("taker", filter.taker());
        }
        return conditions;
    }

    /**
     * Each level has an index that is sorted as the list is; the length stands as a literal, as it does there. An area
     * above the counties names several centers.
     */
    private static String within(Area area, Map<String, Object> values) {
        String code = area.code();
        String name = "area" + code.replace('-', '_');
        if (code.length() < CENTER) {
            values.put(name + "First", code + "0".repeat(CENTER - code.length()));
            values.put(name + "Last", code + "9".repeat(CENTER - code.length()));
            return "t.center between :%sFirst and :%sLast".formatted(name, name);
        }
        values.put(name + "Center", Area.centerOf(code));
        String inCenter = "t.center = :" + name + "Center";
        if (code.length() == CENTER) {
            return inCenter;
        }
        values.put(name, code);
        return inCenter
                + switch (code.length()) {
                    case TOWNSHIP -> " and t.township = :" + name;
                    case VILLAGE -> " and t.village = :" + name;
                    default -> " and t.site = :" + name;
                };
    }
}

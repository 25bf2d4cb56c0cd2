package org.diandan.sites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.shared.Area;
import org.diandan.shared.Scope;
import org.diandan.shared.Texts;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Opens and changes sites. */
@ApplicationScoped
@Transactional
public class SiteKeeping {

    private static final int MOST_POINTS = 999;

    private static final String LINES = """
            select new org.diandan.sites.SiteLine(s.code, s.level, s.name, s.parent, s.mode, s.address) from SiteRow s
            where %s and s.code > :after order by s.code""";

    private final Session database;
    private final Divisions divisions;
    private final Sites sites;
    private final Clock clock;

    SiteKeeping(Session database, Divisions divisions, Sites sites, Clock clock) {
        this.database = database;
        this.divisions = divisions;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * Opens a site for the program itself: nobody's scope is asked.
     *
     * @throws org.diandan.shared.Refused a {@link SitesProblem}, or 400 if the request contradicts itself
     */
    public Site open(OpenSite request) {
        request.check(Texts.DEFAULT);
        return sites.get(enter(request).code());
    }

    SiteView open(OpenSite request, Scope scope, Locale language) {
        request.check(language);
        if (!SiteAction.mayOpenBelow(scope, request.above())) {
            throw HttpProblem.FORBIDDEN.because();
        }
        return view(enter(request), scope);
    }

    SiteView read(String code, Scope scope) {
        return view(row(code).orElseThrow(HttpProblem.NOT_FOUND::because), scope);
    }

    SiteView change(String code, ChangeSite request, IfMatch ifMatch, Scope scope) {
        SiteRow row = row(code).orElseThrow(HttpProblem.NOT_FOUND::because);
        if (!SiteAction.of(scope, code).contains(SiteAction.CHANGE)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        ifMatch.check(row.version());
        row.change(request);
        database.flush();
        sites.forget(Area.centerOf(code));
        return view(row, scope);
    }

    /** The Centers, or the sites right below one, by code. */
    List<SiteLine> list(@Nullable String parent, @Nullable Level level, String after, int limit) {
        String where = parent == null ? "s.parent is null" : "s.center = :center and s.parent = :parent";
        var query = database.createQuery(
                        LINES.formatted(level == null ? where : where + " and s.level = :level"), SiteLine.class)
                .setParameter("after", after)
                .setMaxResults(limit + 1);
        if (parent != null) {
            query.setParameter("center", Area.centerOf(parent)).setParameter("parent", parent);
        }
        if (level != null) {
            query.setParameter("level", level);
        }
        return query.getResultList();
    }

    private SiteRow enter(OpenSite request) {
        String code = request.code() == null ? nextPoint(request.above()) : checked(request.code());
        SiteRow row = new SiteRow(
                code, request.name(), request.zone(), request.address(), request.opening(), clock.instant());
        database.persist(row);
        database.flush();
        sites.forget(Area.centerOf(code));
        return row;
    }

    private String checked(Area area) {
        String code = area.code();
        if (!divisions.isValid(code)) {
            throw SitesProblem.NO_SUCH_DIVISION.because(code);
        }
        if (row(code).isPresent()) {
            throw SitesProblem.SITE_EXISTS.because(code);
        }
        String above = Level.above(code);
        if (!above.isEmpty() && row(above).isEmpty()) {
            throw SitesProblem.NO_SITE_ABOVE.because(above);
        }
        return code;
    }

    private String nextPoint(String parent) {
        SiteRow above = row(parent).orElseThrow(() -> SitesProblem.NO_SITE_ABOVE.because(parent));
        // One after the other: else two Points would take the same number.
        database.lock(above, LockModeType.PESSIMISTIC_WRITE);
        String last = database.createQuery(
                        "select max(s.code) from SiteRow s "
                                + "where s.center = :center and s.parent = :parent and s.level = :point",
                        String.class)
                .setParameter("center", Area.centerOf(parent))
                .setParameter("parent", parent)
                .setParameter("point", Level.POINT)
                .getSingleResultOrNull();
        int number = last == null ? 1 : Integer.parseInt(last.substring(parent.length() + 1)) + 1;
        if (number > MOST_POINTS) {
            throw SitesProblem.POINTS_USED_UP.because(parent);
        }
        return "%s-%03d".formatted(parent, number);
    }

    private Optional<SiteRow> row(String code) {
        return Level.isSite(code)
                ? Optional.ofNullable(database.find(SiteRow.class, new SiteKey(Area.centerOf(code), code)))
                : Optional.empty();
    }

    private SiteView view(SiteRow row, Scope scope) {
        return SiteView.of(row, sites.chain(row.code()), sites.zone(Area.centerOf(row.code())), scope);
    }
}

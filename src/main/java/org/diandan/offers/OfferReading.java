package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Cursors;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Opening;
import org.diandan.shared.Page;
import org.diandan.shared.Wall;
import org.diandan.visits.OpenPlaces;
import org.diandan.visits.VisitFacts;
import org.diandan.visits.Visits;
import org.jspecify.annotations.Nullable;

/** What callers read of offers and of the open pool. */
@ApplicationScoped
@Transactional
class OfferReading {

    private final OfferAccess access;
    private final OfferRows rows;
    private final OfferViews views;
    private final Visits visits;
    private final Cursors cursors;
    private final CurrentUser user;
    private final Wall wall;

    OfferReading(
            OfferAccess access,
            OfferRows rows,
            OfferViews views,
            Visits visits,
            Cursors cursors,
            CurrentUser user,
            Wall wall) {
        this.wall = wall;
        this.access = access;
        this.rows = rows;
        this.views = views;
        this.visits = visits;
        this.cursors = cursors;
        this.user = user;
    }

    OfferView get(UUID id) {
        return views.of(id);
    }

    Page<OfferLine> mine(
            Collection<OfferState> states, @Nullable Instant updatedSince, @Nullable String cursor, int limit) {
        Instant since = updatedSince == null ? Instant.EPOCH : updatedSince;
        return page(rows.mine(user.account(), states, since, cursors.decode(cursor), limit), limit);
    }

    Page<OfferLine> ofVisit(UUID visit, @Nullable String cursor, int limit) {
        access.visitToRead(visit);
        return page(rows.ofVisit(visit, cursors.decode(cursor), limit), limit);
    }

    /** @param center by default the volunteer's own */
    Page<PoolLine> pool(@Nullable String center, @Nullable String site, @Nullable String cursor, int limit) {
        UUID account = user.account();
        String in = center(center, site, account);
        wall.open(Opening.POOL, in);
        List<VisitFacts> open = visits.openPlaces(new OpenPlaces(
                in,
                site == null ? in : site,
                visits.servicesSought(in, account),
                account,
                cursors.decode(cursor),
                limit + 1));
        Page<VisitFacts> page =
                Page.of(open, limit, visit -> cursors.encode(visit.time().from(), visit.id()));
        return new Page<>(page.items().stream().map(views::pool).toList(), page.next());
    }

    private Page<OfferLine> page(List<OfferRow> found, int limit) {
        Page<OfferRow> page = Page.of(found, limit, row -> cursors.encode(row.madeAt(), row.id()));
        return new Page<>(views.lines(page.items()), page.next());
    }

    private static String center(@Nullable String center, @Nullable String site, UUID account) {
        if (center != null) {
            return center;
        }
        return site == null ? Ids.centerOf(account) : Area.centerOf(site);
    }
}

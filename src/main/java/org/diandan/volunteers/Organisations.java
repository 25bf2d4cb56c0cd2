package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diandan.http.HttpProblem;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.sites.Sites;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The organisations that teams come from. */
@ApplicationScoped
@Transactional
class Organisations {

    private static final String LINES = """
            select new org.diandan.volunteers.OrganisationLine(o.id, o.kind, o.name, o.site) from Organisation o
            where o.center = :center and o.site like :below and o.id > :after order by o.id""";

    private final Session session;
    private final Sites sites;
    private final CurrentUser user;
    private final Ids ids;
    private final Clock clock;

    Organisations(Session session, Sites sites, CurrentUser user, Ids ids, Clock clock) {
        this.session = session;
        this.sites = sites;
        this.user = user;
        this.ids = ids;
        this.clock = clock;
    }

    OrganisationView make(MakeOrganisation asked) {
        var site = sites.get(asked.site());
        if (!user.scope().covers(site.code(), Role.DISPATCHER)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        if (isNamed(site.center(), asked.name())) {
            throw VolunteersProblem.ORGANISATION_NAME_TAKEN.because(asked.name());
        }
        var organisation = new Organisation(ids.of(site.center()), asked, user.account(), clock.instant());
        session.persist(organisation);
        session.flush();
        return OrganisationView.of(organisation);
    }

    OrganisationView see(UUID id) {
        @Nullable Organisation found = session.find(Organisation.class, Key.of(id));
        if (found == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return OrganisationView.of(found);
    }

    /** Those of a site and below, one more than the limit. */
    List<OrganisationLine> lines(String site, UUID after, int limit) {
        return session.createQuery(LINES, OrganisationLine.class)
                .setParameter("center", Area.centerOf(site))
                .setParameter("below", site + "%")
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    boolean isIn(String center, UUID id) {
        return session.find(Organisation.class, new Key(center, id)) != null;
    }

    private boolean isNamed(String center, String name) {
        return session.createQuery(
                                "select count(*) from Organisation o where o.center = :center and o.name = :name",
                                Long.class)
                        .setParameter("center", center)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }
}

package org.diandan.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.shared.Area;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.sites.Sites;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Shows and changes what sites say about services. */
@ApplicationScoped
@Transactional
class MenuKeeping {

    private final Session database;
    private final Catalogue catalogue;
    private final Sites sites;

    MenuKeeping(Session database, Catalogue catalogue, Sites sites) {
        this.database = database;
        this.catalogue = catalogue;
        this.sites = sites;
    }

    MenuView read(String site, String service) {
        check(site, service);
        return view(site, service);
    }

    MenuView change(String site, String service, @Nullable Boolean offered, IfMatch ifMatch, Scope scope) {
        check(site, service);
        if (!scope.covers(site, Role.DISPATCHER)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        execute(
                "insert into menu_entry values (:center, :site, :service, null, 0) on conflict do nothing",
                site,
                service);
        ifMatch.check(version(site, service, " for update"));
        database.createNativeMutationQuery("""
                        update menu_entry set offered = :offered, version = version + 1
                        where center = :center and site = :site and service = :service""")
                .setParameter("offered", offered, Boolean.class)
                .setParameter("center", Area.centerOf(site))
                .setParameter("site", site)
                .setParameter("service", service)
                .executeUpdate();
        catalogue.forgetMenus(Area.centerOf(site));
        return view(site, service);
    }

    private void check(String site, String service) {
        if (sites.find(site).isEmpty() || catalogue.find(service).isEmpty()) {
            throw HttpProblem.NOT_FOUND.because();
        }
    }

    private MenuView view(String site, String service) {
        return new MenuView(
                site,
                service,
                catalogue.said(site, service),
                catalogue.isOffered(service, site),
                version(site, service, ""));
    }

    private int version(String site, String service, String lock) {
        Integer version = database.createNativeQuery(
                        "select version from menu_entry where center = :center and site = :site and service = :service"
                                + lock,
                        Integer.class)
                .setParameter("center", Area.centerOf(site))
                .setParameter("site", site)
                .setParameter("service", service)
                .getSingleResultOrNull();
        return version == null ? 0 : version;
    }

    private void execute(String statement, String site, String service) {
        database.createNativeMutationQuery(statement)
                .setParameter("center", Area.centerOf(site))
                .setParameter("site", site)
                .setParameter("service", service)
                .executeUpdate();
    }
}

package org.diandan.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.shared.Caller;
import org.diandan.shared.Ids;
import org.diandan.shared.Role;
import org.diandan.shared.Scope;
import org.diandan.shared.Urgency;
import org.diandan.sites.Sites;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Shows and changes the time limits of the installation, of services and of sites. */
@ApplicationScoped
@Transactional
class TimeLimitKeeping {

    private final TimeLimitRows rows;
    private final TimeLimits limits;
    private final Catalogue catalogue;
    private final Sites sites;
    private final Audit audit;
    private final Caller caller;

    TimeLimitKeeping(
            Session database, TimeLimits limits, Catalogue catalogue, Sites sites, Audit audit, Caller caller) {
        this.rows = new TimeLimitRows(database);
        this.limits = limits;
        this.catalogue = catalogue;
        this.sites = sites;
        this.audit = audit;
        this.caller = caller;
    }

    /** All limits that hold for a service at a site, or in general. */
    List<TimeLimitView> list(@Nullable String service, @Nullable String site, Locale language) {
        check(service, site);
        return Arrays.stream(Limit.values())
                .flatMap(limit -> Arrays.stream(Urgency.values())
                        .map(urgency -> new TimeLimits.Key(limit, urgency, or(service), or(site))))
                .flatMap(key -> limits.find(key).stream())
                .map(limit -> TimeLimitView.of(limit, language))
                .toList();
    }

    TimeLimitView.Single read(TimeLimits.Key key, Locale language) {
        check(key.service(), key.site());
        return view(key, language);
    }

    TimeLimitView.Single set(TimeLimits.Key key, SetTimeLimit request, IfMatch ifMatch, Scope scope, Locale language) {
        lock(key, ifMatch, scope);
        int steps = limits.find(key).map(holds -> holds.steps().size()).orElse(1);
        rows.set(new TimeLimit(
                key.limit(),
                key.urgency(),
                key.service(),
                key.site(),
                request.amounts(steps, language),
                request.quiet(language)));
        changed(key);
        return view(key, language);
    }

    void clear(TimeLimits.Key key, IfMatch ifMatch, Scope scope) {
        lock(key, ifMatch, scope);
        if (key.service().isEmpty() && key.site().isEmpty()) {
            throw CatalogueProblem.LAST_TIME_LIMIT.because();
        }
        rows.clear(key);
        changed(key);
    }

    private void lock(TimeLimits.Key key, IfMatch ifMatch, Scope scope) {
        check(key.service(), key.site());
        if (key.site().isEmpty() ? !scope.holds(Role.ADMIN) : !scope.covers(key.site(), Role.DISPATCHER)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        ifMatch.check(rows.lockVersion(key));
    }

    private void check(@Nullable String service, @Nullable String site) {
        if (service != null && !service.isEmpty()) {
            catalogue.get(service);
        }
        if (site != null && !site.isEmpty()) {
            sites.get(site);
        }
    }

    private TimeLimitView.Single view(TimeLimits.Key key, Locale language) {
        TimeLimitView holds = limits.find(key)
                .map(limit -> TimeLimitView.of(limit, language))
                .orElseThrow(HttpProblem.NOT_FOUND::because);
        return new TimeLimitView.Single(
                key.service().isEmpty() ? null : key.service(),
                key.site().isEmpty() ? null : key.site(),
                holds,
                rows.version(key));
    }

    private void changed(TimeLimits.Key key) {
        String which = String.join(" ", key.limit().name(), key.urgency().name(), key.service());
        var about = new Subject(Subject.Kind.TIME_LIMIT, which.strip());
        audit.decided(Decision.POLICY_CHANGED, caller.actor(), key.site(), about, key.site());
        forget(key);
    }

    private void forget(TimeLimits.Key key) {
        if (rows.center(key).equals(Ids.INSTALLATION)) {
            limits.forgetAll();
        } else {
            limits.forget(rows.center(key));
        }
    }

    private static String or(@Nullable String code) {
        return code == null ? "" : code;
    }
}

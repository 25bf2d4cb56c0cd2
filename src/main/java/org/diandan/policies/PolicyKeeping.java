package org.diandan.policies;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diandan.audit.Audit;
import org.diandan.audit.Decision;
import org.diandan.audit.Subject;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.http.HttpProblem;
import org.diandan.http.IfMatch;
import org.diandan.identity.CurrentUser;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.diandan.sites.Level;
import org.diandan.sites.Sites;
import org.jspecify.annotations.Nullable;

/** Shows and decides what holds in a Center. */
@ApplicationScoped
@Transactional
class PolicyKeeping {

    private final PolicyRows rows;
    private final Policies policies;
    private final Sites sites;
    private final Audit audit;
    private final CurrentUser user;
    private final IfMatch ifMatch;
    private final Cursors cursors;
    private final Clock clock;

    PolicyKeeping(
            PolicyRows rows,
            Policies policies,
            Sites sites,
            Audit audit,
            CurrentUser user,
            IfMatch ifMatch,
            Cursors cursors,
            Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.sites = sites;
        this.audit = audit;
        this.user = user;
        this.ifMatch = ifMatch;
        this.cursors = cursors;
        this.clock = clock;
    }

    PolicyView read(String center) {
        checkVisible(center);
        return rows.latest(center)
                .map(entry -> PolicyView.of(center, entry))
                .orElseGet(() -> PolicyView.standard(center));
    }

    /** All that was ever decided, the latest first; at the end the standard, from which it began. */
    Page<PolicyView> history(String center, @Nullable String cursor, int limit) {
        checkVisible(center);
        Cursor after = cursors.decode(cursor);
        int below = after.isStart() ? Integer.MAX_VALUE : (int) after.number(0);
        List<PolicyView> views = new ArrayList<>();
        rows.before(center, below, limit + 1).forEach(entry -> views.add(PolicyView.of(center, entry)));
        if (views.size() <= limit && below > Policy.STANDARD.version()) {
            views.add(PolicyView.standard(center));
        }
        return Page.of(views, limit, view -> cursors.encode(view.version()));
    }

    PolicyView decide(String center, SetPolicy request, Locale language) {
        checkVisible(center);
        if (!user.scope().covers(center, Role.DISPATCHER)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        request.rules().check("/rules", language);
        int version = rows.lockVersion(center);
        ifMatch.check(version);
        UUID account = requireNonNull(user.actor().account());
        var entry =
                new PolicyEntry(new Policy(version + 1, request.rules()), request.reason(), account, clock.instant());
        rows.add(center, entry);
        audit.decided(
                Decision.POLICY_CHANGED,
                user.actor(),
                center,
                new Subject(Subject.Kind.POLICY, center),
                "version " + (version + 1));
        policies.forget(center);
        return PolicyView.of(center, entry);
    }

    /** Whoever dispatches or audits somewhere in the Center may read what its decisions follow. */
    private void checkVisible(String code) {
        boolean isCenter =
                sites.find(code).filter(site -> site.level() == Level.CENTER).isPresent();
        boolean mayRead = user.scope().areas(Role.DISPATCHER, Role.AUDITOR).stream()
                .anyMatch(area -> area.covers(code) || area.code().startsWith(code));
        if (!isCenter || !mayRead) {
            throw HttpProblem.NOT_FOUND.because();
        }
    }
}

package org.diandan.volunteers;

import static org.hibernate.query.QueryFlushMode.NO_FLUSH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.catalogue.Catalogue;
import org.diandan.http.IfMatch;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/**
 * What volunteers do not want to be asked for. Nobody is forced (Volunteer Service Regulation, article 25): whoever says
 * "not this kind again" is heard, and may take it back.
 */
@ApplicationScoped
@Transactional
public class Preferences {

    private static final String OF = """
            select kind, code, until_at from volunteer_unwanted
            where center = :center and volunteer_id = :volunteer and (until_at is null or until_at > :now)
            order by kind, code""";

    private static final String UNWILLING = """
            select distinct volunteer_id from volunteer_unwanted
            where center = any(:centers) and volunteer_id = any(:volunteers)
              and (kind = 'SERVICE' and code = :service or kind = 'CATEGORY' and code = :category)
              and (until_at is null or until_at > :now)""";

    private static final String ADD = """
            insert into volunteer_unwanted (center, volunteer_id, kind, code, until_at)
            values (:center, :volunteer, :kind, :code, :until)
            on conflict (center, volunteer_id, kind, code) do update
            set until_at = case when volunteer_unwanted.until_at is null then null else excluded.until_at end""";

    private final Session session;
    private final VolunteerSight sight;
    private final Catalogue catalogue;
    private final IfMatch ifMatch;
    private final Clock clock;

    Preferences(Session session, VolunteerSight sight, Catalogue catalogue, IfMatch ifMatch, Clock clock) {
        this.session = session;
        this.sight = sight;
        this.catalogue = catalogue;
        this.ifMatch = ifMatch;
        this.clock = clock;
    }

    /** Which of these volunteers do not want to be asked for a service of a category. */
    public Set<UUID> unwilling(Collection<UUID> volunteers, String service, String category) {
        return session.createNativeQuery(UNWILLING, UUID.class)
                .setParameter(
                        "centers",
                        volunteers.stream().map(Ids::centerOf).distinct().toArray(String[]::new))
                .setParameter("volunteers", volunteers.toArray(UUID[]::new))
                .setParameter("service", service)
                .setParameter("category", category)
                .setParameter("now", clock.instant())
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Somebody declined because they do not want this kind of service: they are not asked for it until then. */
    public void notThisKind(UUID volunteer, String service, Instant until) {
        withKey(ADD, volunteer)
                .setParameter("kind", Unwanted.Kind.SERVICE.name())
                .setParameter("code", service)
                .setParameter("until", until)
                .executeUpdate();
    }

    PreferencesView see(UUID volunteer) {
        return PreferencesView.of(sight.own(volunteer), of(volunteer));
    }

    PreferencesView set(UUID volunteerId, SetPreferences asked) {
        Volunteer volunteer = sight.own(volunteerId);
        ifMatch.check(volunteer.version());
        asked.unwantedServices().forEach(catalogue::get);
        asked.unwantedCategories().forEach(this::checkCategory);
        session.lock(volunteer, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        session.flush();
        List<Unwanted> before = of(volunteerId);
        withKey("delete from volunteer_unwanted where center = :center and volunteer_id = :volunteer", volunteerId)
                .executeUpdate();
        add(volunteerId, Unwanted.Kind.SERVICE, asked.unwantedServices(), before);
        add(volunteerId, Unwanted.Kind.CATEGORY, asked.unwantedCategories(), before);
        session.flush();
        return PreferencesView.of(volunteer, of(volunteerId));
    }

    private void checkCategory(String code) {
        if (!catalogue.isCategory(code)) {
            throw VolunteersProblem.CATEGORY_UNKNOWN.because(code);
        }
    }

    /** What was said by declining keeps its end if it is only kept: a form that is saved unchanged changes nothing. */
    private void add(UUID volunteer, Unwanted.Kind kind, Set<String> codes, List<Unwanted> before) {
        List<Unwanted> now = new ArrayList<>();
        for (String code : codes) {
            now.add(before.stream()
                    .filter(each -> each.kind() == kind && each.code().equals(code))
                    .findFirst()
                    .orElse(new Unwanted(kind, code, null)));
        }
        for (Unwanted each : now) {
            withKey(ADD, volunteer)
                    .setParameter("kind", each.kind().name())
                    .setParameter("code", each.code())
                    .setParameter("until", each.untilAt(), Instant.class)
                    .executeUpdate();
        }
    }

    private List<Unwanted> of(UUID volunteer) {
        return session.createNativeQuery(OF, Tuple.class)
                .setParameter("center", Ids.centerOf(volunteer))
                .setParameter("volunteer", volunteer)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(row -> new Unwanted(
                        Unwanted.Kind.valueOf(row.get(0, String.class)),
                        row.get(1, String.class),
                        row.get(2, Instant.class)))
                .toList();
    }

    /** No entity has a row in this table, so that there is nothing to flush before it is written. */
    private MutationQuery withKey(String statement, UUID volunteer) {
        return session.createNativeMutationQuery(statement)
                .setQueryFlushMode(NO_FLUSH)
                .setParameter("center", Ids.centerOf(volunteer))
                .setParameter("volunteer", volunteer);
    }
}

package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.identity.Accounts;
import org.diandan.shared.Ids;
import org.diandan.shared.TimeWindow;
import org.diandan.sites.Sites;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The volunteers, as other rooms look them up. */
@ApplicationScoped
@Transactional
public class Volunteers {

    private final Session session;
    private final Accounts accounts;
    private final Sites sites;
    private final Clock clock;

    Volunteers(Session session, Accounts accounts, Sites sites, Clock clock) {
        this.session = session;
        this.accounts = accounts;
        this.sites = sites;
        this.clock = clock;
    }

    /** The volunteer with this account; empty if the account is not registered as one. */
    public Optional<VolunteerFacts> find(UUID account) {
        return load(account)
                .map(found -> new VolunteerFacts(
                        account,
                        found.name(),
                        found.center(),
                        found.sex(),
                        accounts.isActive(account),
                        found.isMinor(today(found.center()))));
    }

    /** The real names of these accounts; one that is no volunteer's has none. */
    public Map<UUID, String> names(Collection<UUID> volunteers) {
        if (volunteers.isEmpty()) {
            return Map.of();
        }
        return session.createQuery(
                        "select v.id, v.name from Volunteer v where v.center in :centers and v.id in :ids", Tuple.class)
                .setParameter("centers", volunteers.stream().map(Ids::centerOf).collect(Collectors.toSet()))
                .setParameter("ids", volunteers)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
    }

    /**
     * Which of these volunteers told when they have time in a week, and have none at that time, in the zone of their home
     * Center. Whoever told nothing may always be asked.
     */
    public Set<UUID> withoutTime(Collection<UUID> volunteers, TimeWindow time) {
        if (volunteers.isEmpty()) {
            return Set.of();
        }
        Map<UUID, List<WeeklyWindow>> told = session.createQuery(
                        "select v.id, w from Volunteer v join v.availability w"
                                + " where v.center in :centers and v.id in :ids",
                        Tuple.class)
                .setParameter("centers", volunteers.stream().map(Ids::centerOf).collect(Collectors.toSet()))
                .setParameter("ids", volunteers)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, UUID.class),
                        Collectors.mapping(row -> row.get(1, WeeklyWindow.class), Collectors.toList())));
        return told.entrySet().stream()
                .filter(windows -> windows.getValue().stream()
                        .noneMatch(window -> window.covers(time, sites.zone(Ids.centerOf(windows.getKey())))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Volunteer> load(UUID account) {
        @Nullable Volunteer found = session.find(Volunteer.class, Key.of(account));
        return Optional.ofNullable(found);
    }

    /**
     * Lets nobody else write what hangs on this volunteer until the transaction ends.
     *
     * @return the centers in which the volunteer may be in teams; empty if there is no such volunteer
     */
    List<String> lock(UUID account) {
        session.flush();
        return session.createNativeQuery(
                        "select helps_in from volunteer where center = :center and id = :id for update", String[].class)
                .setParameter("center", Ids.centerOf(account))
                .setParameter("id", account)
                .getResultStream()
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    LocalDate today(String center) {
        return LocalDate.ofInstant(clock.instant(), sites.zone(center));
    }
}

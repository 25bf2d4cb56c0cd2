package org.diandan.volunteers;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.diandan.catalogue.Catalogue;
import org.diandan.shared.Ids;
import org.diandan.sites.Sites;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Who may do what a service needs, as far as verified certificates say so. A certificate's first and last day count
 * whole, in the time zone of the Center.
 */
@ApplicationScoped
@Transactional
public class Qualifications {

    /** The kind of paper that says that somebody is insured. */
    public static final String INSURANCE = Certificate.INSURANCE;

    private static final String HELD = """
            select c.kind, c.validFrom, c.validUntil from Certificate c
            where c.center = :center and c.volunteerId = :account and c.state = VERIFIED and c.kind in :kinds""";

    private static final String IN_TEAMS = """
            select team_id, account_id, kind, valid_from, valid_until from team_expertise
            where center = :center and team_id = any(:teams)""";

    /** Whose paper it is and of which kind does not matter where any will do: what is valid from and until when is read once. */
    private static final String ANY_IN_TEAMS = """
            select distinct team_id, team_id, '', valid_from, valid_until from team_expertise
            where center = :center and team_id = any(:teams)""";

    private final Session session;
    private final Catalogue catalogue;
    private final Sites sites;

    Qualifications(Session session, Catalogue catalogue, Sites sites) {
        this.session = session;
        this.catalogue = catalogue;
        this.sites = sites;
    }

    /**
     * What the person lacks for the service at that time; nobody's certificates and insurance for an account that is no
     * volunteer's.
     *
     * @throws org.diandan.shared.Refused if there is no such service
     */
    public Qualification of(UUID account, String service, Instant at) {
        var needed = catalogue.get(service).certificates();
        var kinds = new ArrayList<>(needed);
        kinds.add(Certificate.INSURANCE);
        var center = Ids.centerOf(account);
        var papers = session.createQuery(HELD, Tuple.class)
                .setParameter("center", center)
                .setParameter("account", account)
                .setParameter("kinds", kinds)
                .getResultStream()
                .map(row -> paper(row, 0))
                .toList();
        return Qualification.of(needed, papers, day(center, at));
    }

    /**
     * The members of the team who hold every certificate that the service needs, valid at that time; where it needs none,
     * those who hold any. By account.
     *
     * @throws org.diandan.shared.Refused if there is no such service
     */
    public List<UUID> experts(UUID team, String service, Instant at) {
        var needed = catalogue.get(service).certificates();
        var center = Ids.centerOf(team);
        return Expertise.experts(needed, inTeams(center, List.of(team), needed), day(center, at));
    }

    /**
     * How each of these teams stands with the service at that time: whether it has such an expert.
     *
     * @throws org.diandan.shared.Refused if there is no such service
     */
    public Map<UUID, Standing> teams(Collection<UUID> teams, String service, Instant at) {
        return teams(teams.stream().collect(toMap(Function.identity(), team -> at)), service);
    }

    /**
     * How each of these teams stands with the service at a time of its own, read at once for all of them.
     *
     * @throws org.diandan.shared.Refused if there is no such service
     */
    public Map<UUID, Standing> teams(Map<UUID, Instant> at, String service) {
        var needed = catalogue.get(service).certificates();
        var standings = new HashMap<UUID, Standing>();
        at.keySet().stream().collect(groupingBy(Ids::centerOf)).forEach((center, there) -> {
            var papers = needed.isEmpty() ? anyInTeams(center, there) : inTeams(center, there, needed);
            var known = papers.stream().collect(groupingBy(Expertise::team));
            for (UUID team : there) {
                var day = day(center, requireNonNull(at.get(team)));
                standings.put(team, Expertise.standing(needed, known.getOrDefault(team, List.of()), day));
            }
        });
        return standings;
    }

    /** How these teams of a center stand with any service, in one read however many services and days are asked about. */
    public Standings standings(String center, Collection<UUID> teams) {
        return new Standings(
                inTeams(center, teams, List.of()).stream().collect(groupingBy(Expertise::team)),
                service -> catalogue.get(service).certificates());
    }

    private List<Expertise> inTeams(String center, Collection<UUID> teams, List<String> needed) {
        if (teams.isEmpty()) {
            return List.of();
        }
        var query = session.createNativeQuery(
                        needed.isEmpty() ? IN_TEAMS : IN_TEAMS + " and kind = any(:kinds)", Tuple.class)
                .setParameter("center", center)
                .setParameter("teams", teams.toArray(UUID[]::new));
        if (!needed.isEmpty()) {
            query.setParameter("kinds", needed.toArray(String[]::new));
        }
        return expertise(query);
    }

    private List<Expertise> anyInTeams(String center, Collection<UUID> teams) {
        return expertise(session.createNativeQuery(ANY_IN_TEAMS, Tuple.class)
                .setParameter("center", center)
                .setParameter("teams", teams.toArray(UUID[]::new)));
    }

    private static List<Expertise> expertise(NativeQuery<Tuple> query) {
        return query.getResultStream()
                .map(row -> new Expertise(row.get(0, UUID.class), row.get(1, UUID.class), paper(row, 2)))
                .toList();
    }

    private LocalDate day(String center, Instant at) {
        return LocalDate.ofInstant(at, sites.zone(center));
    }

    private static Paper paper(Tuple row, int first) {
        return new Paper(
                row.get(first, String.class), row.get(first + 1, LocalDate.class), row.get(first + 2, LocalDate.class));
    }
}

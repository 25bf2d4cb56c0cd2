package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.sites.Sites;
import org.hibernate.Session;

/**
 * Volunteers by where their home lies. Of an area with more than are asked for a sample is read, by the last digits of the
 * id as if by lot, so that no query grows with the millions who are registered and nobody's name stands first for ever.
 */
@ApplicationScoped
@Transactional
public class Neighbours {

    /** So many hexadecimal digits name the place in the order by which a sample is read. */
    public static final int LOT_DIGITS = 8;

    private static final int TOWNSHIP_DIGITS = 9;
    private static final int VILLAGE_DIGITS = 12;

    /** Reads the index volunteer_in_…, from a lot on or from the beginning up to it. */
    private static final String ANYBODY = """
            select id from volunteer where center = :center and %s and lot %s :lot
            order by lot limit :limit""";

    /** Reads the index certificate_in_…; what else is needed is looked up for those alone. */
    private static final String HOLDERS = """
            select volunteer_id from (
                select c.center, c.volunteer_id from certificate c
                where c.center = :center and c.kind = :kind and %s and c.state = 'VERIFIED'
                  and c.lot %s :lot
                order by c.lot limit :limit) sample
            where (select count(distinct held.kind) from certificate held
                   where held.center = sample.center and held.volunteer_id = sample.volunteer_id
                     and held.state = 'VERIFIED' and held.kind = any(:kinds) and held.valid_from <= :day
                     and (held.valid_until is null or held.valid_until >= :day)) = :many""";

    private final Session session;
    private final Sites sites;

    Neighbours(Session session, Sites sites) {
        this.session = session;
        this.sites = sites;
    }

    /**
     * Volunteers whose home lies in an area and who hold papers that are verified and valid on the day of a moment.
     *
     * @param area code of a Center, Institute or Station
     * @param papers kinds of certificate, {@code INSURANCE} among them if that is needed; the rarest first
     * @param lot {@value #LOT_DIGITS} hexadecimal digits that the sample begins with
     * @param limit at most so many are read
     */
    public Set<UUID> in(String area, List<String> papers, Instant at, String lot, int limit) {
        Set<UUID> found = new LinkedHashSet<>(sample(area, papers, at, ">=", lot, limit));
        if (found.size() < limit) {
            found.addAll(sample(area, papers, at, "<", lot, limit - found.size()));
        }
        return found;
    }

    /** The codes of the sites where these volunteers are at home. */
    public Map<UUID, String> homes(Collection<UUID> volunteers) {
        return session.createQuery(
                        "select v.id, v.site from Volunteer v where v.center in :centers and v.id in :ids",
                        Object[].class)
                .setParameter("centers", volunteers.stream().map(Ids::centerOf).collect(Collectors.toSet()))
                .setParameter("ids", volunteers)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    private List<UUID> sample(String area, List<String> papers, Instant at, String side, String lot, int limit) {
        String center = Area.centerOf(area);
        var query = session.createNativeQuery(statement(area, papers, side), UUID.class)
                .setParameter("center", center)
                .setParameter("lot", lot)
                .setParameter("limit", limit);
        if (area.length() > Ids.INSTALLATION.length()) {
            query.setParameter("area", area);
        }
        if (!papers.isEmpty()) {
            query.setParameter("kind", papers.get(0))
                    .setParameter("kinds", papers.toArray(String[]::new))
                    .setParameter("many", (long) papers.size())
                    .setParameter("day", LocalDate.ofInstant(at, sites.zone(center)));
        }
        return new ArrayList<>(query.getResultList());
    }

    static String statement(String area, List<String> papers, String side) {
        return (papers.isEmpty() ? ANYBODY : HOLDERS).formatted(within(area), side);
    }

    private static String within(String area) {
        return switch (area.length()) {
            case VILLAGE_DIGITS -> "village = :area";
            case TOWNSHIP_DIGITS -> "township = :area";
            default -> "true";
        };
    }
}

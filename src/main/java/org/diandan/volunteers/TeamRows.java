package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What this room alone asks of the teams and their members. */
@ApplicationScoped
@Transactional
class TeamRows {

    private static final String LINES = """
            select new org.diandan.volunteers.TeamLine(t.id, t.name, t.site, t.categories, t.state) from Team t
            where t.center = :center and t.site like :below and t.state <> DISSOLVED
            and (:category is null or array_contains(t.categories, :category))
            and t.id > :after order by t.id""";

    private static final String MEMBER_LINES = """
            select new org.diandan.volunteers.MemberLine(
                m.accountId, v.name, m.state, m.leader, m.expert, m.askedAt)
            from Member m join Volunteer v on v.id = m.accountId and v.center in :homes
            where m.center = :center and m.teamId = :team and m.state = :state
            and m.accountId in :accounts order by m.accountId""";

    private static final String MEMBERS = """
            select m.accountId from Member m where m.center = :center and m.teamId = :team and m.state = :state
            and m.accountId > :after order by m.accountId""";

    private static final String MEMBERSHIPS = """
            select new org.diandan.volunteers.MembershipLine(t.id, t.name, m.state, m.leader, m.expert)
            from Member m join Team t on t.center = m.center and t.id = m.teamId
            where m.center in :centers and m.accountId = :account and m.state in (ASKED, APPROVED) order by t.id""";

    private static final String BELONGS = """
            select count(*) from Member m where m.center in :centers and m.teamId in :teams
            and m.accountId = :account and m.state in (ASKED, APPROVED)""";

    private static final String END_MEMBERSHIPS = """
            update versioned Member m set m.state = LEFT, m.leader = false, m.expert = false, m.decidedAt = :now,
            m.decidedBy = :by where m.center = :center and m.teamId = :team and m.state in (ASKED, APPROVED)""";

    private final Session session;

    TeamRows(Session session) {
        this.session = session;
    }

    /** Teams of a site and below that are not dissolved, by id, one more than the limit. */
    List<TeamLine> lines(String site, @Nullable String category, UUID after, int limit) {
        return session.createQuery(LINES, TeamLine.class)
                .setParameter("center", Area.centerOf(site))
                .setParameter("below", site + "%")
                .setParameter("category", category, String.class)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    /** Members of a team in one state, by account, one more than the limit. */
    List<MemberLine> memberLines(UUID team, MemberState state, UUID after, int limit) {
        var center = Ids.centerOf(team);
        var accounts = session.createQuery(MEMBERS, UUID.class)
                .setParameter("center", center)
                .setParameter("team", team)
                .setParameter("state", state)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
        return session.createQuery(MEMBER_LINES, MemberLine.class)
                .setParameter("homes", centers(accounts))
                .setParameter("center", center)
                .setParameter("team", team)
                .setParameter("state", state)
                .setParameter("accounts", accounts)
                .getResultList();
    }

    /** The teams that a person is in or has asked to join. */
    List<MembershipLine> memberships(UUID account, Collection<String> centers) {
        return session.createQuery(MEMBERSHIPS, MembershipLine.class)
                .setParameter("centers", centers)
                .setParameter("account", account)
                .getResultList();
    }

    /** Tells whether a person is in one of these teams or has asked to join it. */
    boolean belongs(UUID account, Set<UUID> teams) {
        return !teams.isEmpty()
                && session.createQuery(BELONGS, Long.class)
                                .setParameter("centers", centers(teams))
                                .setParameter("teams", teams)
                                .setParameter("account", account)
                                .getSingleResult()
                        > 0;
    }

    /** Tells whether a team of the center that is not dissolved has this name. */
    boolean isNamed(String center, String name) {
        return session.createQuery(
                                "select count(*) from Team t where t.center = :center and t.name = :name"
                                        + " and t.state <> DISSOLVED",
                                Long.class)
                        .setParameter("center", center)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }

    /** The leaders and experts of a team. */
    List<Member> withGrants(UUID team) {
        return session.createQuery(
                        "from Member m where m.center = :center and m.teamId = :team and (m.leader or m.expert)",
                        Member.class)
                .setParameter("center", Ids.centerOf(team))
                .setParameter("team", team)
                .getResultList();
    }

    /** Ends everyone's place in a team, in one statement however many they are. */
    void endMemberships(UUID team, UUID by, Instant now) {
        session.createMutationQuery(END_MEMBERSHIPS)
                .setParameter("now", now)
                .setParameter("by", by)
                .setParameter("center", Ids.centerOf(team))
                .setParameter("team", team)
                .executeUpdate();
        session.createNativeMutationQuery("delete from team_expertise where center = :center and team_id = :team")
                .setParameter("center", Ids.centerOf(team))
                .setParameter("team", team)
                .executeUpdate();
    }

    private static Set<String> centers(Collection<UUID> ids) {
        return ids.stream().map(Ids::centerOf).collect(Collectors.toSet());
    }
}

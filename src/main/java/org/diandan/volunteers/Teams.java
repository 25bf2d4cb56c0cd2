package org.diandan.volunteers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The teams, as other rooms look for them. */
@ApplicationScoped
@Transactional
public class Teams {

    /** How many teams are told that do not go to a site or do not offer a category. */
    static final int MOST_OTHERS = 200;

    private static final String TEAM =
            "select t.id, t.name, t.site, t.categories, t.coverage, t.state from Team t where t.center = :center";

    private static final String REACHING =
            " in (select r.id from Team r join r.reach o where r.center = :center and o.area in :areas"
                    + " and o.category = :category)";

    private final Session session;

    Teams(Session session) {
        this.session = session;
    }

    /** The team with this id; one that is dissolved is there still, and inactive. */
    public Optional<TeamFacts> find(UUID team) {
        return load(team).map(Team::facts);
    }

    /**
     * The teams of a site's Center that may be asked to serve it: all that go there and offer the category, then up to
     * {@value #MOST_OTHERS} others, so that it can be told why these were not chosen. Suspended teams are among both;
     * dissolved ones are not.
     */
    public List<TeamFacts> near(String site, String category) {
        var center = Area.centerOf(site);
        var rows = new ArrayList<>(session.createQuery(TEAM + " and t.id" + REACHING + " order by t.id", Tuple.class)
                .setParameter("center", center)
                .setParameter("areas", covering(site))
                .setParameter("category", category)
                .getResultList());
        rows.addAll(session.createQuery(
                        TEAM + " and t.state <> DISSOLVED and t.id not" + REACHING + " order by t.id", Tuple.class)
                .setParameter("center", center)
                .setParameter("areas", covering(site))
                .setParameter("category", category)
                .setMaxResults(MOST_OTHERS)
                .getResultList());
        return withSlots(center, rows);
    }

    /** The accounts that lead the team. */
    public Set<UUID> leaders(UUID team) {
        return accounts(team, "m.leader");
    }

    /** The accounts of the team's members, its leaders among them. */
    public Set<UUID> members(UUID team) {
        return accounts(team, "m.state = APPROVED");
    }

    /** Tells whether the account is a member of the team. */
    public boolean isMember(UUID account, UUID team) {
        return member(team, account).map(Member::isApproved).orElse(false);
    }

    Optional<Team> load(UUID team) {
        @Nullable Team found = session.find(Team.class, Key.of(team));
        return Optional.ofNullable(found);
    }

    Optional<Member> member(UUID team, UUID account) {
        @Nullable Member found = session.find(Member.class, MemberKey.of(team, account));
        return Optional.ofNullable(found);
    }

    /** The codes of the areas that a site lies in, from its Center down to itself. */
    static List<String> covering(String site) {
        return IntStream.rangeClosed(Ids.INSTALLATION.length(), site.length())
                .mapToObj(length -> site.substring(0, length))
                .filter(Area::isCode)
                .toList();
    }

    private Set<UUID> accounts(UUID team, String condition) {
        return Set.copyOf(session.createQuery(
                        "select m.accountId from Member m where m.center = :center and m.teamId = :team and "
                                + condition,
                        UUID.class)
                .setParameter("center", Ids.centerOf(team))
                .setParameter("team", team)
                .getResultList());
    }

    private List<TeamFacts> withSlots(String center, List<Tuple> rows) {
        var slots =
                slots(center, rows.stream().map(row -> row.get(0, UUID.class)).toList());
        return rows.stream()
                .map(row -> facts(center, row, slots.getOrDefault(row.get(0, UUID.class), List.of())))
                .toList();
    }

    private Map<UUID, List<SlotFacts>> slots(String center, Collection<UUID> teams) {
        var slots = new HashMap<UUID, List<SlotFacts>>();
        session.createQuery(
                        "select t.id, s from Team t join t.slots s where t.center = :center and t.id in :teams",
                        Tuple.class)
                .setParameter("center", center)
                .setParameter("teams", teams)
                .getResultStream()
                .forEach(row -> slots.computeIfAbsent(row.get(0, UUID.class), team -> new ArrayList<>())
                        .add(row.get(1, SlotFacts.class)));
        return slots;
    }

    @SuppressWarnings("unchecked")
    private static TeamFacts facts(String center, Tuple row, List<SlotFacts> slots) {
        return new TeamFacts(
                row.get(0, UUID.class),
                center,
                row.get(1, String.class),
                row.get(2, String.class),
                TeamFacts.ordered((List<String>) row.get(3)),
                List.copyOf((List<String>) row.get(4)),
                row.get(5) == TeamState.ACTIVE,
                SlotFacts.inOrder(slots));
    }
}

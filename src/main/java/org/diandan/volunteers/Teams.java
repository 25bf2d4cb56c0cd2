package org.diandan.volunteers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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

    /** Those who offer the category stand before those who do not, so that a large Center loses none of them to the limit. */
    private static final String NEAR = """
            with reaching as materialized (
                select distinct team_id from team_reach
                where center = :center and area = any(:areas) and category = :category),
            offering as materialized (
                select team_id from team_reach
                where center = :center and category = :category and team_id not in (select team_id from reaching)
                group by team_id order by team_id limit :others)
            (select id, name, site, categories, coverage, state from team
             where center = :center and id in (select team_id from reaching) order by id)
            union all
            (select id, name, site, categories, coverage, state from team
             where center = :center and id in (select team_id from offering) and state <> 'DISSOLVED' order by id)
            union all
            (select id, name, site, categories, coverage, state from team
             where center = :center and not (:category = any(categories)) and state <> 'DISSOLVED'
             order by id limit greatest(0, :others - (select count(*) from offering)))""";

    private static final String OF_CENTER = """
            select id, name, site, categories, coverage, state from team
            where center = :center and state <> 'DISSOLVED' order by id""";

    private static final String ACTIVE = """
            select id, name, site, categories, coverage, state from team
            where center = :center and state = 'ACTIVE' order by id""";

    private static final String SLOTS = """
            select team_id, slot, day, starts, ends, capacity from team_slot
            where center = :center and team_id = any(:teams)""";

    private static final int MOST_COUNTED = 20;

    /** By the teams and not by where they go: a team that covers many places is counted once. */
    private static final String OFFERING = """
            select id from team where center = :center and state = 'ACTIVE' and :category = any(categories)
            order by id limit :most""";

    private static final String WITH_SOMEBODY = """
            select team from unnest(:teams) team where exists (
                select 1 from team_member m
                left join volunteer v on v.center = m.center and v.id = m.account_id
                where m.center = :center and m.team_id = team and m.state = 'APPROVED'
                  and (v.sex is null or v.sex = :sex))""";

    private static final String WITH_MEMBERS = """
            select team from unnest(:teams) team where :least <= (
                select count(*) from (
                    select 1 from team_member m
                    where m.center = :center and m.team_id = team and m.state = 'APPROVED' limit :least) member)""";

    private final Session session;

    Teams(Session session) {
        this.session = session;
    }

    /** The team with this id; one that is dissolved is there still, and inactive. */
    public Optional<TeamFacts> find(UUID team) {
        return load(team).map(Team::facts);
    }

    /** Tells whether the team is no more, for good. */
    public boolean isDissolved(UUID team) {
        return load(team).map(Team::state).filter(TeamState.DISSOLVED::equals).isPresent();
    }

    /**
     * The teams of a site's Center that may be asked to serve it: all that go there and offer the category, then up to
     * {@value #MOST_OTHERS} others, first those that offer it and go elsewhere, so that it can be told why these were not
     * chosen. Suspended teams are among them; dissolved ones are not. Slots are told of those alone that offer the category.
     */
    public List<TeamFacts> near(String site, String category) {
        var center = Area.centerOf(site);
        var rows = session.createNativeQuery(NEAR, Tuple.class)
                .setParameter("center", center)
                .setParameter("areas", covering(site).toArray(String[]::new))
                .setParameter("category", category)
                .setParameter("others", MOST_OTHERS)
                .getResultList();
        return withSlots(
                center, rows, team -> Arrays.asList(team.get(3, String[].class)).contains(category));
    }

    /** All teams of a Center that are not dissolved, by id. */
    public List<TeamFacts> ofCenter(String center) {
        return withSlots(
                center,
                session.createNativeQuery(OF_CENTER, Tuple.class)
                        .setParameter("center", center)
                        .getResultList(),
                team -> true);
    }

    /**
     * Which of these teams of a center may have somebody of that sex: a member whose sex is on record, or one of whom
     * nobody knows it, since volunteers need not say it.
     */
    public Set<UUID> withSomebodyOf(Sex sex, String center, Collection<UUID> among) {
        return Set.copyOf(session.createNativeQuery(WITH_SOMEBODY, UUID.class)
                .setParameter("center", center)
                .setParameter("teams", among.toArray(UUID[]::new))
                .setParameter("sex", sex.name())
                .getResultList());
    }

    /** Which of these teams of a center have so many members at least; no more than that are read of each. */
    public Set<UUID> withMembers(int least, String center, Collection<UUID> among) {
        return Set.copyOf(session.createNativeQuery(WITH_MEMBERS, UUID.class)
                .setParameter("center", center)
                .setParameter("teams", among.toArray(UUID[]::new))
                .setParameter("least", least)
                .getResultList());
    }

    /** The active teams of a center, a few hundred, with their slots. */
    public List<TeamFacts> active(String center) {
        return withSlots(
                center,
                session.createNativeQuery(ACTIVE, Tuple.class)
                        .setParameter("center", center)
                        .getResultList(),
                team -> true);
    }

    /** How many teams of a center offer a category somewhere; {@value #MOST_COUNTED} stands for that many or more. */
    public int offering(String center, String category) {
        return session.createNativeQuery(OFFERING, UUID.class)
                .setParameter("center", center)
                .setParameter("category", category)
                .setParameter("most", MOST_COUNTED)
                .getResultList()
                .size();
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

    /** Where somebody is a member or asks to be one. */
    List<Member> of(UUID account, Collection<String> centers) {
        return session.createQuery(
                        "from Member m where m.center in :centers and m.accountId = :account and m.state in (ASKED, APPROVED)",
                        Member.class)
                .setParameter("centers", centers)
                .setParameter("account", account)
                .getResultList();
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

    private List<TeamFacts> withSlots(String center, List<Tuple> rows, Predicate<Tuple> ofThese) {
        var slots = slots(
                center,
                rows.stream().filter(ofThese).map(row -> row.get(0, UUID.class)).toArray(UUID[]::new));
        return rows.stream()
                .map(row -> facts(center, row, slots.getOrDefault(row.get(0, UUID.class), List.of())))
                .toList();
    }

    private Map<UUID, List<SlotFacts>> slots(String center, UUID[] teams) {
        return session.createNativeQuery(SLOTS, Tuple.class)
                .setParameter("center", center)
                .setParameter("teams", teams)
                .getResultStream()
                .collect(groupingBy(row -> row.get(0, UUID.class), mapping(Teams::slot, toList())));
    }

    private static SlotFacts slot(Tuple row) {
        return new SlotFacts(
                row.get(1, Integer.class),
                DayOfWeek.valueOf(row.get(2, String.class)),
                row.get(3, LocalTime.class),
                row.get(4, LocalTime.class),
                row.get(5, Integer.class));
    }

    private static TeamFacts facts(String center, Tuple row, List<SlotFacts> slots) {
        return new TeamFacts(
                row.get(0, UUID.class),
                center,
                row.get(1, String.class),
                row.get(2, String.class),
                TeamFacts.ordered(List.of(row.get(3, String[].class))),
                List.of(row.get(4, String[].class)),
                row.get(5, String.class).equals(TeamState.ACTIVE.name()),
                SlotFacts.inOrder(slots));
    }
}

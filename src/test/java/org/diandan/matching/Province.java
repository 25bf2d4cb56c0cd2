package org.diandan.matching;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.diandan.catalogue.Catalogue;
import org.diandan.catalogue.ServiceItem;
import org.diandan.shared.Ids;
import org.diandan.shared.Urgency;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** A whole province, as large as it is: sites for its real divisions, and made-up teams and orders; for {@link RoutingBench}. */
@ApplicationScoped
class Province {

    static final int TEAMS_PER_COUNTY = 330;

    private static final int PLACES_PER_SLOT = 10;

    private static final String TEAMS = """
            insert into team (center, id, name, site, categories, coverage, next_slot, state, changed_at, changed_by, version)
            select :county, t.id, 'team ' || t.id, t.home,
                   array[categories[t.first], categories[t.first % cardinality(categories) + 1]],
                   array[left(t.home, 9)], 3, 'ACTIVE', now(), t.id, 0
            from unnest(:ids, :homes, :firsts) t (id, home, first), cast(:categories as varchar[]) categories""";

    private static final String REACH = """
            insert into team_reach (center, area, category, team_id)
            select center, unnest(coverage), c, id from team, unnest(categories) c where center = :county and id = any(:ids)""";

    private static final String SLOTS = """
            insert into team_slot (center, team_id, slot, day, starts, ends, capacity)
            select :county, t.id, n, (cast(:days as varchar[]))[1 + (t.first + n * 3) % 7], '08:00', '12:00', :places
            from unnest(:ids, :firsts) t (id, first), generate_series(1, 2) n""";

    private static final String MEMBERS = """
            insert into team_member (center, team_id, account_id, state, leader, expert, asked_at, version)
            select :county, id, id, 'APPROVED', true, true, now(), 0 from unnest(:ids) id""";

    private static final String EXPERTISE = """
            insert into team_expertise (center, team_id, kind, account_id, certificate_id, valid_from, valid_until)
            select :county, id, kind, id, id, date '2020-01-01', date '2040-01-01'
            from unnest(:ids) id, unnest(cast(:kinds as varchar[])) kind""";

    private static final String RESPONSES = """
            insert into team_response (center, team_id, asked, accepted)
            select :county, t.id, 20, t.accepted from unnest(:ids, :accepted) t (id, accepted)""";

    private static final String RATINGS = """
            insert into team_rating (center, team_id, ratings, points)
            select :county, t.id, 40, 40 + t.points from unnest(:ids, :points) t (id, points)""";

    private static final String ORDERS = """
            insert into orders (center, id, version, number, state, round, revision, service, site, urgency, channel, words,
                                answers, risks_version, resident, requester, placed_as, excluded_teams, time_agreed, due_at,
                                created_at, changed_at)
            select :county, o.id, 1, :county || '-B-' || (:first + o.n), 'ROUTING', 1, 0, o.service, o.site, o.urgency,
                   'PHONE', '', '{}', 1, o.id, o.id, 'SERVED', '{}', false, :now, :now, :now
            from unnest(:ids, :sites, :services, :urgencies) with ordinality o (id, site, service, urgency, n)""";

    private final Session session;
    private final Catalogue catalogue;
    private final Ids ids;
    private final Clock clock;
    /** The same province each time. */
    private final Random random = new Random(20_261_125);

    Province(Session session, Catalogue catalogue, Ids ids, Clock clock) {
        this.session = session;
        this.catalogue = catalogue;
        this.ids = ids;
        this.clock = clock;
    }

    /** A Center for each county, an Institute for each township, a Station for each village. */
    void plantSites(Divisions divisions) {
        for (String county : divisions.counties()) {
            run(() -> session.createNativeMutationQuery("""
                            insert into site (center, code, level, name, parent, mode, opened_at, version)
                            select :county, code,
                                   case length(code) when 6 then 'CENTER' when 9 then 'INSTITUTE' else 'STATION' end,
                                   code, case length(code) when 6 then null else left(code, length(code) - 3) end,
                                   'NORMAL', :now, 0
                            from unnest(:codes) code""")
                    .setParameter("county", county)
                    .setParameter("codes", divisions.sites(county).toArray(String[]::new))
                    .setParameter("now", clock.instant())
                    .executeUpdate());
        }
    }

    /**
     * Each team is at home in a village, goes to its township, offers two categories on two mornings of the week, and has
     * one member with all certificates.
     */
    void plantTeams(Divisions divisions) {
        String[] categories =
                catalogue.categories().stream().map(category -> category.code()).toArray(String[]::new);
        String[] kinds =
                catalogue.certificateKinds().stream().map(kind -> kind.code()).toArray(String[]::new);
        String[] days = Arrays.stream(DayOfWeek.values()).map(Enum::name).toArray(String[]::new);
        for (String county : divisions.counties()) {
            UUID[] teams = ids(county, TEAMS_PER_COUNTY);
            List<String> villages = divisions.villages().get(county);
            run(() -> {
                write(TEAMS, county, teams)
                        .setParameter("homes", picks(villages, TEAMS_PER_COUNTY))
                        .setParameter("firsts", numbers(categories.length))
                        .setParameter("categories", categories)
                        .executeUpdate();
                write(REACH, county, teams).executeUpdate();
                write(SLOTS, county, teams)
                        .setParameter("days", days)
                        .setParameter("firsts", numbers(days.length))
                        .setParameter("places", PLACES_PER_SLOT)
                        .executeUpdate();
                write(MEMBERS, county, teams).executeUpdate();
                write(EXPERTISE, county, teams).setParameter("kinds", kinds).executeUpdate();
                write(RESPONSES, county, teams)
                        .setParameter("accepted", numbers(20))
                        .executeUpdate();
                write(RATINGS, county, teams)
                        .setParameter("points", numbers(160))
                        .executeUpdate();
            });
        }
    }

    /**
     * Orders of residents all over a county, taken on and without a team. Of a hundred 10 are planned, 15 urgent.
     *
     * @param first the number of the first; no other order of the county has it or one of the next
     */
    List<UUID> plantOrders(Divisions divisions, String county, int count, int first) {
        List<String> services =
                catalogue.services().stream().map(ServiceItem::code).toList();
        UUID[] orders = ids(county, count);
        String[] urgencies = random.ints(count, 0, 100)
                .mapToObj(die -> die < 10 ? Urgency.PLANNED : die < 85 ? Urgency.NORMAL : Urgency.URGENT)
                .map(Urgency::name)
                .toArray(String[]::new);
        run(() -> write(ORDERS, county, orders)
                .setParameter("sites", picks(divisions.villages().get(county), count))
                .setParameter("services", picks(services, count))
                .setParameter("urgencies", urgencies)
                .setParameter("first", first)
                .setParameter("now", clock.instant())
                .executeUpdate());
        return List.of(orders);
    }

    /** As an idle database does by itself; the owner of the tables alone may. */
    static void analyze() throws SQLException {
        try (Connection owner = owner()) {
            owner.createStatement().execute("analyze");
        }
    }

    static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class) + "?options=-c%20app.centers=*",
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }

    private UUID[] ids(String county, int count) {
        return IntStream.range(0, count).mapToObj(i -> ids.of(county)).toArray(UUID[]::new);
    }

    private String[] picks(List<String> from, int count) {
        return random.ints(count, 0, from.size()).mapToObj(from::get).toArray(String[]::new);
    }

    /** One for each team, from 1 to that. */
    private Integer[] numbers(int most) {
        return random.ints(TEAMS_PER_COUNTY, 1, most + 1).boxed().toArray(Integer[]::new);
    }

    private MutationQuery write(String sql, String county, UUID[] subjects) {
        return session.createNativeMutationQuery(sql)
                .setParameter("county", county)
                .setParameter("ids", subjects);
    }

    private static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}

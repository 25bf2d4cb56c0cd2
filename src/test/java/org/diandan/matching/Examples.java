package org.diandan.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;
import org.diandan.volunteers.Standing;
import org.jspecify.annotations.Nullable;

/** An order of Jinxiu community and a team of the same community that has nothing against it, to be changed one fact at a time. */
final class Examples {
    static final String BOXING = "371625";
    static final String BOCHANG = "371625003";
    static final String JINXIU = "371625003010";
    static final String NEXT_DOOR = "371625003011";
    static final String OTHER_TOWNSHIP = "371625101";
    static final String CONVENIENCE = "convenience";

    static final UUID ORDER = UUID.fromString("0192f3c8-0000-7000-8000-000000000001");
    static final UUID TEAM = UUID.fromString("0192f3c8-0000-7000-8000-00000000000a");

    static final Opening MONDAY_AFTERNOON = new Opening(
            LocalDate.of(2026, 11, 23),
            1,
            new TimeWindow(Instant.parse("2026-11-23T06:00:00Z"), Instant.parse("2026-11-23T10:00:00Z")),
            4);

    /** An order of the usual urgency, of somebody without circumstances, that has just begun to look for a team. */
    static final Worth NORMAL = new Worth(Urgency.NORMAL, false, false, false, 0);

    private Examples() {}

    static Search search() {
        return new Search(ORDER, JINXIU, CONVENIENCE, null, Set.of(), Set.of(), Reach.VILLAGE);
    }

    static TeamExample team() {
        return new TeamExample();
    }

    static TeamExample team(int number) {
        var team = new TeamExample();
        team.id = new UUID(TEAM.getMostSignificantBits(), TEAM.getLeastSignificantBits() + number);
        return team;
    }

    /** A team as a search sees it, put together fact by fact. */
    static final class TeamExample {
        private UUID id = TEAM;
        private String name = "便民服务队";
        private String site = JINXIU;
        private Set<String> categories = Set.of(CONVENIENCE);
        private @Nullable String main = CONVENIENCE;
        private List<String> coverage = List.of(BOCHANG);
        private boolean active = true;
        private Standing standing = Standing.QUALIFIED;
        private Availability availability = Availability.OPEN;
        private int price;
        private Load load = new Load(0, 10);
        private boolean pair = true;
        private TeamRecord record = TeamRecord.NONE;
        private boolean servedWell;

        TeamExample at(String place) {
            site = place;
            return this;
        }

        TeamExample offers(String... offered) {
            categories = Set.of(offered);
            main = offered[0];
            return this;
        }

        TeamExample mainly(String category) {
            main = category;
            return this;
        }

        TeamExample covers(String... areas) {
            coverage = List.of(areas);
            return this;
        }

        TeamExample inactive() {
            active = false;
            return this;
        }

        TeamExample stands(Standing now) {
            standing = now;
            return this;
        }

        TeamExample has(Availability now) {
            availability = now;
            return this;
        }

        TeamExample named(String now) {
            name = now;
            return this;
        }

        TeamExample priced(int points) {
            price = points;
            return this;
        }

        TeamExample loaded(int used, int capacity) {
            load = new Load(used, capacity);
            return this;
        }

        TeamExample alone() {
            pair = false;
            return this;
        }

        TeamExample did(int asked, int accepted, int ratings, double mean) {
            record = new TeamRecord(asked, accepted, ratings, mean);
            return this;
        }

        TeamExample servedWell() {
            servedWell = true;
            return this;
        }

        Candidate candidate() {
            return new Candidate(
                    id,
                    name,
                    site,
                    categories,
                    main,
                    coverage,
                    active,
                    standing,
                    availability,
                    availability == Availability.OPEN ? MONDAY_AFTERNOON : null,
                    price,
                    load,
                    pair,
                    record,
                    servedWell);
        }
    }
}

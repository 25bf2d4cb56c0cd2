package org.diandan.matching;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.volunteers.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A team as a search sees it: all that constraints and score look at, so that the same facts give the same choice.
 *
 * @param opening the first place it has; present exactly when {@code availability} is OPEN
 * @param price what the place is worth to orders that are still to come, in points; 0 where that is not known
 * @param load of the week of the opening, or of this week where there is none
 * @param servedWell it served this resident before and was rated 4 or 5
 */
record Candidate(
        UUID team,
        String name,
        String site,
        Set<String> categories,
        @Nullable String mainCategory,
        List<String> coverage,
        boolean active,
        Standing standing,
        Availability availability,
        @Nullable Opening opening,
        int price,
        Load load,
        boolean meetsPairRule,
        TeamRecord record,
        boolean servedWell) {

    /** The same team, as if its place were worth nothing to others. */
    Candidate withoutPrice() {
        return new Candidate(
                team,
                name,
                site,
                categories,
                mainCategory,
                coverage,
                active,
                standing,
                availability,
                opening,
                0,
                load,
                meetsPairRule,
                record,
                servedWell);
    }
}

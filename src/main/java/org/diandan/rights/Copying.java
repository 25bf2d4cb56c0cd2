package org.diandan.rights;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.rights.Belongings.Belonging;
import org.diandan.shared.Masked;
import org.diandan.shared.Opening;
import org.jspecify.annotations.Nullable;

/**
 * Makes the copy of what is kept of a person. Nothing here asks who is looking: that is for the caller of these methods.
 * What it costs depends on the person's own rows, however many others have; one answer holds a bounded number of them.
 */
@ApplicationScoped
@Transactional
public class Copying {

    /** Rows of one answer; few people have as many. */
    static final int MOST_ROWS = 2_000;

    /** What the person is called in their own copy. */
    static final String SELF = "SELF";

    private final Belongings belongings;
    private final PersonalRows rows;
    private final List<Naming> namings;
    private final Cursors cursors;
    private final Clock clock;

    Copying(Belongings belongings, PersonalRows rows, @All List<Naming> namings, Cursors cursors, Clock clock) {
        this.belongings = belongings;
        this.rows = rows;
        this.namings = namings;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * A copy of what is kept, from this place on.
     *
     * @param cursor absent for the beginning
     * @throws org.diandan.shared.Refused if the cursor was not made here
     */
    public PersonalData copy(Individual asked, @Nullable String cursor) {
        Individual person = belongings.meet(asked, Opening.COPY);
        Cursor after = cursors.decode(cursor);
        int begun = after.isStart() ? 0 : (int) after.number(0);
        List<Belonging> all = belongings.handedOut(person);
        Map<String, List<PersonalRow>> sections = new LinkedHashMap<>();
        @Nullable String next = null;
        int left = MOST_ROWS;
        for (int at = begun; at < all.size() && next == null; at++) {
            String before = at == begun && !after.isStart() ? after.text(1) : "";
            List<PersonalRow> found = rows.read(all.get(at), before, left + 1);
            List<PersonalRow> taken = found.subList(0, Math.min(left, found.size()));
            if (!taken.isEmpty()) {
                sections.computeIfAbsent(all.get(at).section(), name -> new ArrayList<>())
                        .addAll(taken);
            }
            if (found.size() > left) {
                next = cursors.encode(
                        at, taken.isEmpty() ? before : taken.get(left - 1).key());
            }
            left -= taken.size();
        }
        return new PersonalData(clock.instant(), named(person, sections), next);
    }

    private List<PersonalData.Section> named(Individual person, Map<String, List<PersonalRow>> sections) {
        Set<UUID> people = new HashSet<>();
        sections.values().forEach(section -> section.forEach(row -> people.addAll(row.people())));
        Map<UUID, String> called = new HashMap<>();
        namings.forEach(naming -> naming.names(people).forEach((id, name) -> called.put(id, Masked.name(name))));
        people.stream().filter(person::is).forEach(id -> called.put(id, SELF));
        return sections.entrySet().stream()
                .map(section -> new PersonalData.Section(
                        section.getKey(),
                        section.getValue().stream()
                                .map(row -> row.values(called))
                                .toList()))
                .toList();
    }
}

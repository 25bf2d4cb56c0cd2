package org.diandan.rights;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.diandan.rights.Individual.Place;
import org.diandan.shared.Actor;
import org.diandan.shared.Opening;
import org.diandan.shared.Refused;
import org.diandan.shared.Wall;

/** What all rooms keep of people. */
@ApplicationScoped
class Belongings {

    private final List<PersonalRecords> rooms;
    private final Wall wall;

    Belongings(@All List<PersonalRecords> rooms, Wall wall) {
        // In the same order at every start: a cursor counts on it.
        this.rooms = rooms.stream()
                .sorted(Comparator.comparing(room -> room.getClass().getName()))
                .toList();
        this.wall = wall;
    }

    /** Rows of a table that are one person's, in one Center. */
    record Belonging(PersonalTable table, Place place) {

        String section() {
            return Objects.requireNonNull(table.section());
        }
    }

    /** The person with all ids and Centers that any room knows: what one room adds may tell another more. */
    Individual meet(Individual person, Opening why) {
        Individual before;
        Individual known = person;
        do {
            before = known;
            known.reach().forEach(center -> wall.open(why, center));
            for (PersonalRecords room : rooms) {
                known = room.meet(known);
            }
        } while (!known.equals(before));
        return known;
    }

    List<PersonalTable> tables() {
        return rooms.stream().flatMap(room -> room.tables().stream()).toList();
    }

    /** The first thing that stands in the way of forgetting the person. */
    Optional<Refused> obstacle(Individual person) {
        return rooms.stream().flatMap(room -> room.obstacle(person).stream()).findFirst();
    }

    void forget(Individual person, Actor by) {
        rooms.forEach(room -> room.forget(person, by));
    }

    /** What is emptied or removed when the person is forgotten. */
    List<Belonging> forgotten(Individual person) {
        return of(person, table -> table.removed() || !table.blanks().isEmpty());
    }

    List<Expiry> expiries() {
        return rooms.stream().flatMap(room -> room.expiries().stream()).toList();
    }

    List<Belonging> handedOut(Individual person) {
        return of(person, table -> table.section() != null);
    }

    private List<Belonging> of(Individual person, Predicate<PersonalTable> which) {
        return tables().stream()
                .filter(which)
                .flatMap(table -> person.places(table.tie()).stream().map(place -> new Belonging(table, place)))
                .toList();
    }
}

package org.diandan.rights;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.diandan.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * One person, as the rooms know one: by an account, and by a record as a resident in each Center that served them.
 *
 * @param account absent for somebody who was entered by hand
 * @param residents ids of the records as a resident
 * @param centers where there may be something of the account beside its home: where somebody helps, or was asked to
 */
public record Individual(@Nullable UUID account, SortedSet<UUID> residents, SortedSet<String> centers) {

    public static Individual ofAccount(UUID account) {
        return new Individual(account, new TreeSet<>(), new TreeSet<>(Set.of(Ids.centerOf(account))));
    }

    /**
     * Somebody by a record as a resident.
     *
     * @param account the resident's own, if there is one
     */
    public static Individual ofResident(UUID resident, @Nullable UUID account) {
        return account == null
                ? new Individual(null, new TreeSet<>(Set.of(resident)), new TreeSet<>())
                : ofAccount(account).and(Set.of(resident), Set.of());
    }

    /** The same person, of whom more is known. */
    public Individual and(Iterable<UUID> moreResidents, Iterable<String> moreCenters) {
        var allResidents = new TreeSet<>(residents);
        moreResidents.forEach(allResidents::add);
        var allCenters = new TreeSet<>(centers);
        moreCenters.forEach(allCenters::add);
        return new Individual(account, allResidents, allCenters);
    }

    /** Tells whether the id is one that this person goes by. */
    boolean is(UUID id) {
        return id.equals(account) || residents.contains(id);
    }

    /** The Centers that have something of the person. */
    Set<String> reach() {
        var reach = new TreeSet<>(centers);
        residents.forEach(resident -> reach.add(Ids.centerOf(resident)));
        return reach;
    }

    /** Where rows of this tie lie, and by which id. */
    List<Place> places(PersonalTable.Tie tie) {
        return switch (tie) {
            case HOME ->
                Stream.ofNullable(account)
                        .map(id -> new Place(Ids.centerOf(id), id))
                        .toList();
            case ANYWHERE ->
                Stream.ofNullable(account)
                        .flatMap(id -> centers.stream().map(center -> new Place(center, id)))
                        .toList();
            case SERVED ->
                residents.stream().map(id -> new Place(Ids.centerOf(id), id)).toList();
        };
    }

    /** A center, and the id by which this person is known in it. */
    record Place(String center, UUID id) {}
}

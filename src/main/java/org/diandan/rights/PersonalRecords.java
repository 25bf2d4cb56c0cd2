package org.diandan.rights;

import java.util.List;
import java.util.Optional;
import org.diandan.shared.Actor;
import org.diandan.shared.Refused;

/** What a room keeps of people; a CDI bean. A room that keeps a column of somebody without one fails a test. */
public interface PersonalRecords {

    /** The tables of this room that have something of a person in them. */
    List<PersonalTable> tables();

    /** What of it is kept for a while only. */
    default List<Expiry> expiries() {
        return List.of();
    }

    /** Adds by which other ids, and in which other Centers, this room knows the person. */
    default Individual meet(Individual person) {
        return person;
    }

    /** What stands in the way of forgetting the person now, as a refusal that says what to do; empty where nothing does. */
    default Optional<Refused> obstacle(Individual person) {
        return Optional.empty();
    }

    /**
     * Forgets the person, as far as that takes verbs of this room: parts end, logins go, entities lose what describes
     * somebody. What the tables say beside that is done afterwards. Joins the caller's transaction.
     *
     * @param by who asked for it
     */
    default void forget(Individual person, Actor by) {}
}

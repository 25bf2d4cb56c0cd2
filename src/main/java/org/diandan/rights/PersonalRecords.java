package org.diandan.rights;

import java.util.List;

/** What a room keeps of people; a CDI bean. A room that keeps a column of somebody without one fails a test. */
public interface PersonalRecords {

    /** The tables of this room that have something of a person in them. */
    List<PersonalTable> tables();

    /** Adds by which other ids, and in which other Centers, this room knows the person. */
    default Individual meet(Individual person) {
        return person;
    }
}

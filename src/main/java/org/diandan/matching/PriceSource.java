package org.diandan.matching;

/** What made the program learn prices. */
public enum PriceSource {
    /** The time had come. */
    SCHEDULE,
    /** So many orders waited that older prices no longer told the truth. */
    QUEUE_DEPTH
}

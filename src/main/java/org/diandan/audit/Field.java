package org.diandan.audit;

/** What of a person was seen in full. */
public enum Field {
    NAME,
    PHONE,
    ADDRESS,
    CIRCUMSTANCES,
    BORN_ON,
    GUARDIAN
}

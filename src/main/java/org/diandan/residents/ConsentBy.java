package org.diandan.residents;

/** How a consent was given; whoever wrote it down is on record beside it. */
public enum ConsentBy {
    /** By the resident's own act in the program. */
    SELF,
    /** On the phone. */
    PHONE,
    /** Face to face: at the counter or at the door. */
    IN_PERSON,
    /** By someone the resident allowed to act. */
    PROXY
}

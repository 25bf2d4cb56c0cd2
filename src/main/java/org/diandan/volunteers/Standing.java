package org.diandan.volunteers;

/** Whether a team has an expert for a service at a time. */
public enum Standing {
    /** At least one member holds every certificate that the service needs, valid then. */
    QUALIFIED,
    /** Nobody does, but somebody once did. */
    EXPIRED,
    /** Nobody does. */
    MISSING
}

package org.diandan.volunteers;

/** Asked of volunteers who want to help where a service sends someone of the resident's own sex; never required. */
public enum Sex {
    FEMALE,
    MALE
}

package org.diandan.residents;

/** What a proxy is to the resident. */
public enum Relation {
    CHILD,
    GRANDCHILD,
    SPOUSE,
    PARENT,
    OTHER_RELATIVE,
    NEIGHBOUR,
    OTHER
}

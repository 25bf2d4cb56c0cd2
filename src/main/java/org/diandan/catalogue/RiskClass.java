package org.diandan.catalogue;

/** How much can happen to those who come, or to the one who is served. From least to most. */
public enum RiskClass {
    /** Talks, lessons, company. */
    LOW,
    /** Work at the body or with tools, outdoors, on the road. */
    RAISED,
    /** Medical acts, current, height. */
    HIGH;

    /** Tells whether those who come must be insured (Volunteer Service Regulation, article 17). */
    public boolean isRisky() {
        return this != LOW;
    }
}

package org.diandan.residents;

/** What a consent is for (Personal Information Protection Law, articles 13, 14 and 29: one for each purpose). */
public enum ConsentPurpose {
    /** Name, phone and address are used to deliver what was ordered. */
    SERVICE(1),
    /** Circumstances, which are sensitive, are used to order help by need. */
    CIRCUMSTANCES(1);

    private final int version;

    ConsentPurpose(int version) {
        this.version = version;
    }

    /** The version of the text that is read out today. */
    public int version() {
        return version;
    }
}

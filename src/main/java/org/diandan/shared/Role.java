package org.diandan.shared;

/** What an account may be, always together with the scope in which it is so (the table of roles in docs/domain.md). */
public enum Role {
    RESIDENT(Reach.SELF),
    VOLUNTEER(Reach.SELF),
    LEADER(Reach.TEAM),
    EXPERT(Reach.TEAM),
    CLERK(Reach.AREA),
    DISPATCHER(Reach.AREA),
    AUDITOR(Reach.AREA),
    ADMIN(Reach.INSTALLATION);

    /** What the scope of a grant of this role names. */
    public enum Reach {
        /** The account itself; the scope is empty. */
        SELF,
        /** One team; the scope is the team's id. */
        TEAM,
        /** A site and all below it; the scope is the site's code. */
        AREA,
        /** Everything that is not a person's data; the scope is empty. */
        INSTALLATION
    }

    private final Reach reach;

    Role(Reach reach) {
        this.reach = reach;
    }

    /** Tells what the scope of a grant of this role names. */
    public Reach reach() {
        return reach;
    }

    /** The names as constants, for {@code @RolesAllowed}. */
    public static final class Names {
        public static final String RESIDENT = "RESIDENT";
        public static final String VOLUNTEER = "VOLUNTEER";
        public static final String LEADER = "LEADER";
        public static final String EXPERT = "EXPERT";
        public static final String CLERK = "CLERK";
        public static final String DISPATCHER = "DISPATCHER";
        public static final String AUDITOR = "AUDITOR";
        public static final String ADMIN = "ADMIN";

        private Names() {}
    }
}

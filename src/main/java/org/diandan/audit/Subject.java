package org.diandan.audit;

import java.util.UUID;

/**
 * Whom or what an entry is about.
 *
 * @param id an id, or a code of at most 80 characters where things have codes
 */
public record Subject(Kind kind, String id) {

    /** What it is. */
    public enum Kind {
        ACCOUNT,
        INVITATION,
        RESIDENT,
        VOLUNTEER,
        ORDER,
        VISIT,
        TEAM,
        CERTIFICATE,
        HOURS,
        TIME_LIMIT,
        POLICY
    }

    public static Subject of(Kind kind, UUID id) {
        return new Subject(kind, id.toString());
    }
}

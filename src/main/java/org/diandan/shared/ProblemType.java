package org.diandan.shared;

/**
 * A kind of refusal that has a name. Each room has one enum of them; docs/problems.md lists them all.
 *
 * <p>The texts stand in the room's messages: {@code problem.<slug>.title}, constant, and {@code problem.<slug>.detail},
 * for the person, with the arguments of {@link #because} as {@code {0}}, {@code {1}} …
 */
public interface ProblemType {

    /** What each type begins with. Not an address that one can open, so that no installation depends on one. */
    String URN = "urn:diandan:problem:";

    /** The HTTP status that a refusal of this kind is answered with. */
    int status();

    /** The stable name, lower case with hyphens; the last part of the problem's {@code type} (RFC 9457). */
    String slug();

    /** The problem's {@code type}. */
    default String urn() {
        return URN + slug();
    }

    /** Makes a refusal of this kind, with what its sentence names. */
    default Refused because(Object... arguments) {
        return new Refused(this, arguments);
    }
}

package org.diandan.shared;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that was asked for and is not done, with a name and a sentence for the person who asked. Thrown before
 * anything is written or out of the transaction, so that nothing stays half-written.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    Refused(ProblemType type, Object... arguments) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.arguments = Arrays.asList(arguments);
    }

    /** Adds a member to the problem's body, such as the state and actions of what was refused. */
    public Refused with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Tells after how many seconds it is worth trying again; answered as {@code Retry-After}. */
    public Refused retryAfter(int seconds) {
        return with("retryAfter", seconds);
    }

    public ProblemType type() {
        return type;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** What the problem's body carries beside its standard members. */
    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    @Override
    public String getMessage() {
        return type.slug() + (arguments.isEmpty() ? "" : " " + arguments);
    }
}

package org.diandan.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something: a person by the account signed in, or the program itself when a timer fires.
 *
 * @param account the account; absent when the program acts
 */
public record Actor(@Nullable UUID account) {

    /** The program, acting because a time has come or because another machine moved. */
    public static final Actor PROGRAM = new Actor(null);

    public static Actor of(UUID account) {
        return new Actor(account);
    }

    /** Tells whether the program acts, not a person. */
    public boolean isProgram() {
        return account == null;
    }

    /** Tells whether this person acts. */
    public boolean is(@Nullable UUID person) {
        return account != null && account.equals(person);
    }
}

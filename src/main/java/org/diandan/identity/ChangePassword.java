package org.diandan.identity;

import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody chooses another password.
 *
 * @param current needed where there is one
 */
record ChangePassword(
        @Nullable @Size(max = 128) String current,
        @Size(min = SHORTEST, max = 128) String password) {

    static final int SHORTEST = 10;

    private static final int FEWEST_CHARACTERS = 3;

    /** @throws org.diandan.shared.Refused if the password holds what others know of the person, or says next to nothing */
    static void checkNotGuessable(String password, @Nullable String login, @Nullable String phone) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.chars().distinct().count() < FEWEST_CHARACTERS
                || (login != null && lower.contains(login))
                || (phone != null && lower.contains(phone))) {
            throw IdentityProblem.PASSWORD_GUESSABLE.because();
        }
    }

    /** A password must not stand in a log. */
    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}

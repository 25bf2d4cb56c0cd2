package org.diandan.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff gets an account.
 *
 * @param phone to sign in with a one-time code
 * @param login to sign in with a password: lower case, begins with a letter
 * @param password the first one
 */
record OpenAccount(
        @Pattern(regexp = NAME) @Size(max = 60) String name,
        @Nullable @Pattern(regexp = AskForCode.PHONE) String phone,

        @Nullable @Pattern(regexp = "[a-z][a-z0-9._-]{2,39}")
        String login,

        @Nullable @Size(min = ChangePassword.SHORTEST, max = 128)
        String password,

        @Size(min = 1, max = 20) List<@Valid GrantRole> grants) {

    /** Something that a person can read: not blank, in one line. */
    static final String NAME = "[^\\s](?:[^\\r\\n\\t]*[^\\s])?";

    /** A password must not stand in a log. */
    @Override
    public String toString() {
        return "OpenAccount[" + grants + "]";
    }
}

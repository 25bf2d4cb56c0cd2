package org.diandan.identity;

import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param center the home Center, six digits; of the whole installation's people {@code Ids.INSTALLATION}
 * @param phone a mobile number of eleven digits, by which they may sign in with a one-time code
 * @param login a name by which they may sign in with a password
 * @param password the first password, in the clear; kept as a hash alone
 */
public record NewAccount(
        String center,
        String name,
        @Nullable String phone,
        @Nullable String login,
        @Nullable String password) {

    /** A password must not stand in a log. */
    @Override
    public String toString() {
        return "NewAccount[" + center + "]";
    }
}

package org.diandan.identity;

import java.util.UUID;

/**
 * What somebody who has signed in shows from now on.
 *
 * @param accessToken for {@code Authorization: Bearer}
 * @param expiresIn seconds for which the access token is good
 * @param refreshToken for the next sign-in with REFRESH; good once
 * @param registered whether the account was made by this sign-in
 */
record TokenView(
        UUID account, String accessToken, String tokenType, long expiresIn, String refreshToken, boolean registered) {

    /** A token must not stand in a log. */
    @Override
    public String toString() {
        return "TokenView[" + account + "]";
    }
}

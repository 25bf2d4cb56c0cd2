/**
 * Accounts, what they are granted (role × scope), how people sign in, and who is calling.
 *
 * <p>Owns {@code account}, {@code login}, {@code password}, {@code account_grant}, {@code grant_holder}, {@code session},
 * {@code signing_key}, {@code one_time_code}, {@code second_factor}, {@code invitation} and {@code attempt}, and the signing key in the data folder. Never knows what a team is (its id is
 * opaque here), never lists residents, never puts a role into a token. Tells {@link org.diandan.identity.AccountRenamed}.
 */
@NullMarked
package org.diandan.identity;

import org.jspecify.annotations.NullMarked;

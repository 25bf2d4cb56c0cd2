package org.diandan.volunteers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer as other rooms know them.
 *
 * @param account whose id is the volunteer's too
 * @param name the real name, for those who may see it
 * @param center the home Center
 * @param active false while the account is suspended
 * @param minor whether the volunteer is under 18 today
 */
public record VolunteerFacts(
        UUID account, String name, String center, @Nullable Sex sex, boolean active, boolean minor) {}

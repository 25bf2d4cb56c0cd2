package org.diandan.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff in a list.
 *
 * @param phone masked
 * @param grants those in one county that the caller may see
 */
record AccountLine(
        UUID id, String center, String name, @Nullable String phone, AccountState state, List<GrantView> grants) {}

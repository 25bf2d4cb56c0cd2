package org.diandan.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A copy of what is kept of a person (Personal Information Protection Law, article 45). Nobody else is called by more than
 * a masked name in it; the person is called SELF.
 *
 * @param madeAt when it was made
 * @param sections what is kept, by where it is kept; those with no rows are left out
 * @param next the cursor for what follows, where there is more than one answer holds
 */
public record PersonalData(
        Instant madeAt, List<Section> sections, @Nullable String next) {

    /**
     * Rows of one kind.
     *
     * @param name a stable one, such as {@code orders}
     * @param rows by the names of what they hold
     */
    public record Section(String name, List<Map<String, Object>> rows) {}
}

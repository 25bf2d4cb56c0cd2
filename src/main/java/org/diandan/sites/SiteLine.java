package org.diandan.sites;

import org.jspecify.annotations.Nullable;

/**
 * A site in a list.
 *
 * @param mode its own; one above it may be in emergency
 */
record SiteLine(
        String code,
        Level level,
        String name,
        @Nullable String parent,
        OperatingMode mode,
        @Nullable String address) {}

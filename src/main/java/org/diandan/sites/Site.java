package org.diandan.sites;

import org.jspecify.annotations.Nullable;

/**
 * A unit that people belong to.
 *
 * @param code its only key, everywhere
 * @param center the code of its Center, its own for a Center
 * @param parent the code of the site above; absent for a Center
 * @param mode in force here: {@code EMERGENCY} if this site or one above it is in it
 */
public record Site(
        String code,
        String center,
        Level level,
        String name,
        @Nullable String parent,
        OperatingMode mode) {}

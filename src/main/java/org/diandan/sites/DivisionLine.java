package org.diandan.sites;

import org.jspecify.annotations.Nullable;

/** A division as it is valid now. */
record DivisionLine(
        String code,
        String name,
        DivisionLevel level,
        @Nullable String parent) {}

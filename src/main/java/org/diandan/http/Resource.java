package org.diandan.http;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A view of a single thing that has an address and a version. An answer that is one gets an {@code ETag} (the version,
 * then a hash of what this caller sees), {@code Location} with a 201 or 202, and 304 for an {@code If-None-Match} that still
 * holds.
 */
public interface Resource {

    /** Where it is found below the base path, such as {@code /orders/0192f3c8-…}. */
    @JsonIgnore
    String path();

    /** Its version as the database has it now: flush before the view is made. */
    @JsonIgnore
    int version();
}

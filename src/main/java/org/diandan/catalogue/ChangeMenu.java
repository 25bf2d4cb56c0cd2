package org.diandan.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Says whether a site offers a service.
 *
 * @param offered absent to leave it to the site above
 */
record ChangeMenu(@Nullable Boolean offered) {}

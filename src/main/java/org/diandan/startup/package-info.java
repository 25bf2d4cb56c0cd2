/**
 * What must stand before a request can be answered: the embedded PostgreSQL, the migrations (tried again until the
 * database is there), the check that the database keeps what it acknowledged, and the main method.
 *
 * <p>Owns no table; owns the folder {@code diandan.data-dir} except the files that other rooms name in it. Never answers
 * requests. Tells {@link org.diandan.startup.DatabaseReady} once the schema is there. No room may use it.
 */
@NullMarked
package org.diandan.startup;

import org.jspecify.annotations.NullMarked;

/**
 * A copy of everything that the database holds, in one file, and the way back: the commands {@code backup},
 * {@code verify-backup} and {@code restore}.
 *
 * <p>Owns no table and knows none by name but Flyway's history: what a room adds is in the next backup without a line
 * here. Never answers requests and tells no news.
 */
@NullMarked
package org.diandan.backup;

import org.jspecify.annotations.NullMarked;

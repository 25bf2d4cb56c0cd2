/**
 * The keys that stay outside the database: what seals the numbers and addresses of people in it, and the marks by which a
 * sealed number is found.
 *
 * <p>Owns {@code sealing_key} and the key set in the data folder; knows by {@link org.diandan.keys.SealedColumn} which
 * columns of other rooms are sealed, seals what an earlier version left in clear, and seals anew under another key. Never
 * knows whose number it seals, nor who may read it. Tells no news.
 */
@NullMarked
package org.diandan.keys;

import org.jspecify.annotations.NullMarked;

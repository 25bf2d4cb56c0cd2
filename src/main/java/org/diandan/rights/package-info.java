/**
 * What people may ask of what is kept of them: a copy, and to be forgotten (Personal Information Protection Law, articles
 * 45 and 47).
 *
 * <p>Owns {@code erasure}. Knows no person: each room says in its {@link org.diandan.rights.PersonalRecords} what it keeps of people, table by
 * table, and docs/personal-data.md says the same in a page that a test holds against it. Tells no news.
 */
@NullMarked
package org.diandan.rights;

import org.jspecify.annotations.NullMarked;

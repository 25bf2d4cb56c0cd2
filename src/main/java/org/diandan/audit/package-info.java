/**
 * Who saw whose contact data, and who decided what: written in the transaction of what it tells of, never changed, sealed
 * into a chain of hashes for each Center, read by auditors within their areas, verified from the command line.
 *
 * <p>Owns {@code audit_entry}, {@code audit_unsealed} and {@code audit_seal}. Never holds what was seen: ids, codes and the
 * names of fields alone. Never decides who may see or decide. Tells no news.
 */
@NullMarked
package org.diandan.audit;

import org.jspecify.annotations.NullMarked;

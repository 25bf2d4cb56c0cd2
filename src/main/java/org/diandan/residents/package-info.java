/**
 * People served, with an account or without: how they are reached, where they live, their circumstances, what they
 * consented to, and who acts for them.
 *
 * <p>Owns {@code resident}, {@code resident_consent}, {@code resident_circumstance}, {@code resident_proxy} and
 * {@code represented}. Never shows circumstances in a list, never keeps them without consent, never knows an order. Tells
 * {@link org.diandan.residents.ProxyAllowed} and {@link org.diandan.residents.ProxyRevoked}.
 */
@NullMarked
package org.diandan.residents;

import org.jspecify.annotations.NullMarked;

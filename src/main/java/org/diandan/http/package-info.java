/**
 * The conventions of the API, alike for every room: problems (RFC 9457), strict JSON, languages, entity tags, repeated
 * requests, cursors, rate limits, and the contract that describes them.
 *
 * <p>Owns the keys of repeated requests and the secrets that the installation's instances share. Never knows what a
 * request is about: rooms tell it through {@link org.diandan.http.Resource}, {@link org.diandan.http.Idempotent} and
 * {@link org.diandan.http.ReplayCheck}. Tells no news.
 */
@NullMarked
package org.diandan.http;

import org.jspecify.annotations.NullMarked;

package org.diandan.http;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On every endpoint that creates or moves something, but those below {@code /auth}: a caller who got no answer sends the
 * request again with the same {@code Idempotency-Key} and gets the first answer, and what was asked for happened once
 * (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * <p>The endpoint runs in a transaction that this opens; the key commits with the change. Only good answers are kept: a
 * refusal rolls all back and may be tried again. The endpoint returns a record or nothing, its status is said by
 * {@code @ResponseStatus}, and it has an {@code operationId}, under which the key is kept.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** The header that carries the caller's key. */
    String KEY = "Idempotency-Key";

    /** The header of an answer that was given before. */
    String REPLAYED = "Idempotency-Replayed";
}

package org.diandan.http;

import org.diandan.shared.ProblemType;

/** Refusals that any request can meet, whatever it is about. */
public enum HttpProblem implements ProblemType {
    /** Something in the body, path or query is not as the contract says; {@code errors} lists what and where. */
    BAD_REQUEST(400, "bad-request"),
    /** Nobody is signed in. */
    UNAUTHENTICATED(401, "unauthenticated"),
    /** The token is forged, has expired, or was taken back. */
    INVALID_TOKEN(401, "invalid-token"),
    /** Somebody is signed in, whose roles do not open this operation at all. */
    FORBIDDEN(403, "forbidden"),
    /** There is nothing here, or nothing that the caller may see: which of the two is not told. */
    NOT_FOUND(404, "not-found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed"),
    NOT_ACCEPTABLE(406, "not-acceptable"),
    /** Somebody else changed the same thing at the same moment. */
    LOST_RACE(409, "lost-race"),
    /** The first request with this idempotency key has no answer yet. */
    IN_FLIGHT(409, "request-in-flight"),
    /** The version named in {@code If-Match} is not the current one. */
    STALE(412, "stale-version"),
    /** Argument: the greatest size in KiB. */
    TOO_LARGE(413, "too-large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
    /** The idempotency key was used before, for another request. */
    KEY_REUSED(422, "idempotency-key-reused"),
    IF_MATCH_REQUIRED(428, "if-match-required"),
    /** Argument: seconds to wait. */
    TOO_MANY_REQUESTS(429, "too-many-requests"),
    /** A fault of ours. Argument: the incident's id, under which the log tells the rest. */
    INTERNAL(500, "internal-error"),
    /** The database is away, full or overloaded. Nothing was changed. */
    UNAVAILABLE(503, "unavailable");

    private final int status;
    private final String slug;

    HttpProblem(int status, String slug) {
        this.status = status;
        this.slug = slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String slug() {
        return slug;
    }
}

package org.diandan.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.diandan.shared.Refused;
import org.diandan.shared.Rest;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is looked at before a request is let in, and what becomes of one that never reaches an endpoint. */
@ApplicationScoped
class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    /** Before the platform's own filters, of which CORS is the first (300). */
    private static final int FIRST = 400;
    /** After the platform's own limit of bodies (2). */
    private static final int AFTER_BODY_LIMIT = 1;

    /** Bytes that come with the head of a request, or soon after, even from a village. */
    private static final int SMALL_BODY = 64 << 10;

    private static final int LATER = 5;

    private static final String API = "/api/";
    private static final String PLATFORM_PAGES = "/q/";

    private final Diagnosis diagnosis;
    private final RateLimits limits;
    private final RequestTime time;
    private final ObjectMapper json;
    private final Rest rest;

    FrontDoor(Diagnosis diagnosis, RateLimits limits, RequestTime time, ObjectMapper json, Rest rest) {
        this.diagnosis = diagnosis;
        this.limits = limits;
        this.time = time;
        this.json = json;
        this.rest = rest;
    }

    void install(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
        filters.register(FrontDoor::leaveLimitToTheReader, AFTER_BODY_LIMIT);
    }

    void install(@Observes Router router) {
        router.route().failureHandler(this::fail);
        router.route().last().handler(event -> refuse(event, HttpProblem.NOT_FOUND.because()));
    }

    private void enter(RoutingContext event) {
        protect(event);
        HttpServerRequest request = event.request();
        Optional<Refused> refused = limits.ofAddress(request, event.response());
        if (refused.isPresent()) {
            refuse(event, refused.get());
        } else if (rest.isDue() && request.path().startsWith(API)) {
            refuse(event, HttpProblem.UNAVAILABLE.because().retryAfter(LATER));
        } else if (!CleanText.isCleanTarget(request.uri())) {
            Locale language = language(event);
            refuse(event, Fault.in("", Fault.text("unclean-address", language)).refuse());
        } else if (length(request) > RequestBody.greatest(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            event.response().putHeader("Connection", "close");
            refuse(event, RequestBody.tooLarge(RequestBody.greatest(request.getHeader(HttpHeaders.CONTENT_TYPE))));
        } else {
            limitTime(event);
            event.next();
        }
    }

    private void limitTime(RoutingContext event) {
        HttpServerRequest request = event.request();
        boolean large = length(request) > SMALL_BODY || request.getHeader("Transfer-Encoding") != null;
        if (large) {
            time.beginAfterBody(event, () -> answerLate(event));
        } else {
            time.begin(event, () -> answerLate(event));
        }
    }

    private void answerLate(RoutingContext event) {
        LOG.warnf("Unavailable: no answer in time to %s %s", event.request().method(), event.normalizedPath());
        if (!event.request().isEnded()) {
            event.response().putHeader("Connection", "close");
        }
        refuse(event, HttpProblem.UNAVAILABLE.because().retryAfter(LATER));
    }

    /** OWASP's advice for an API: nothing that it answers is ever a page, a script or a frame. */
    private static void protect(RoutingContext event) {
        HttpServerResponse response = event.response();
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "DENY");
        response.putHeader("Referrer-Policy", "no-referrer");
        String path = event.request().path();
        if (path == null || !path.startsWith(PLATFORM_PAGES)) {
            response.putHeader(
                    "Content-Security-Policy",
                    path != null && path.startsWith(API)
                            ? "default-src 'none'; frame-ancestors 'none'"
                            : "default-src 'self'; frame-ancestors 'none'");
        }
    }

    /** The platform would answer a stream that grows too long by itself, with nothing in it; {@link RequestBody} counts. */
    private static void leaveLimitToTheReader(RoutingContext event) {
        event.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        event.next();
    }

    private void fail(RoutingContext event) {
        Throwable failure = event.failure();
        if (event.response().headWritten() || failure instanceof IOException) {
            event.next();
            return;
        }
        refuse(event, failure == null ? Diagnosis.ofStatus(event.statusCode()) : diagnosis.of(failure));
    }

    private void refuse(RoutingContext event, Refused refused) {
        Problem problem = Problem.of(refused, language(event));
        HttpServerResponse response = event.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        try {
            Buffer body = Buffer.buffer(json.writeValueAsBytes(problem.body()));
            response.end(body).onFailure(gone -> event.request().connection().close());
        } catch (IOException e) {
            throw new IllegalStateException("A map of texts is always JSON", e);
        }
    }

    private static Locale language(RoutingContext event) {
        return Language.of(event.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static long length(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }
}

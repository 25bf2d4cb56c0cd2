package org.diandan.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The longest that anybody waits for the beginning of an answer. Whoever waits for a slow database or for a thread is told
 * in time to try again; whether the work is done all the same nobody knows then, and the idempotency key finds out.
 *
 * <p>Counted from the request's head, or, where a large body follows, from that body's end: a photo from a village may
 * take a minute.
 */
@ApplicationScoped
class RequestTime {

    private static final String WAITING = RequestTime.class.getName();

    private final Vertx vertx;
    private final long millis;

    RequestTime(Vertx vertx, HttpConfig config) {
        this.vertx = vertx;
        this.millis = config.requestTime().toMillis();
    }

    /** Counts from now; when the time is over and there is no answer, {@code tooLate} is run on the event loop. */
    void begin(RoutingContext event, Runnable tooLate) {
        HttpServerResponse response = event.response();
        long timer = vertx.setTimer(millis, over -> {
            if (!response.headWritten() && !response.closed()) {
                tooLate.run();
            }
        });
        event.addEndHandler(answered -> vertx.cancelTimer(timer));
    }

    /** Counts from {@link #bodyIsHere}. */
    void beginAfterBody(RoutingContext event, Runnable tooLate) {
        event.put(WAITING, tooLate);
    }

    /** To be called by whoever has read the body to its end. */
    void bodyIsHere(RoutingContext event) {
        Runnable tooLate = event.remove(WAITING);
        if (tooLate != null) {
            event.vertx().runOnContext(now -> begin(event, tooLate));
        }
    }
}

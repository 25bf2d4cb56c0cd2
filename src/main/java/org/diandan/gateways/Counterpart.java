package org.diandan.gateways;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A system outside that is asked by HTTP. Whoever asks waits no longer than said for the last byte of the answer (the
 * time-out of a request ends with the first). After some have waited in vain the next are told so at once for a few
 * seconds: a system that hangs holds up nobody else.
 *
 * <p>No exception says what was asked or answered: there are people and secrets in both.
 */
public final class Counterpart {

    private static final int IN_VAIN = 3;
    private static final Duration REST = Duration.ofSeconds(5);

    private final String name;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient client;
    private final AtomicInteger inVain = new AtomicInteger();
    private volatile Instant restsUntil = Instant.MIN;

    /** @param name what exceptions call it */
    public Counterpart(String name, Duration timeout, Clock clock) {
        this.name = name;
        this.timeout = timeout;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                // Some providers take the offer of HTTP/2 for a protocol that they do not know.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * Asks once; redirects are not followed.
     *
     * @throws IllegalStateException if there is no answer in time, or was none the last times
     */
    public HttpResponse<String> ask(HttpRequest request) {
        if (clock.instant().isBefore(restsUntil)) {
            throw new IllegalStateException(name + " did not answer a moment ago and is not asked again yet");
        }
        var answer = client.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> answered = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            inVain.set(0);
            return answered;
        } catch (ExecutionException e) {
            throw away(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw away(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while " + name + " was asked");
        }
    }

    private IllegalStateException away(Throwable why) {
        if (inVain.incrementAndGet() >= IN_VAIN) {
            restsUntil = clock.instant().plus(REST);
        }
        return new IllegalStateException(
                name + " cannot be reached: " + why.getClass().getSimpleName());
    }
}

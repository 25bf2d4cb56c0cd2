package org.diandan.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What an instance says of itself. */
final class Health {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final int port;

    Health(int port) {
        this.port = port;
    }

    boolean isReady() throws InterruptedException {
        return status("ready") == 200;
    }

    boolean isLive() throws InterruptedException {
        return status("live") == 200;
    }

    void awaitReady(Duration patience) throws InterruptedException {
        await(true, patience);
    }

    /** Milliseconds until it is ready, or not. */
    long await(boolean ready, Duration patience) throws InterruptedException {
        long begun = System.nanoTime();
        while (isReady() != ready) {
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw new IllegalStateException(
                        "After " + patience + " it still is " + (ready ? "not ready" : "ready"));
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private int status(String question) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/" + question))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}

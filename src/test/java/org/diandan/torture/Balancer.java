package org.diandan.torture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A load balancer: sends each request to an instance that is ready, in turn, and to another one only if the first cannot be
 * reached at all. Asks five times a second who is ready.
 */
final class Balancer implements AutoCloseable {

    private static final int MILLIS_BETWEEN_QUESTIONS = 200;
    private static final List<String> PASSED_ON =
            List.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService asking = Executors.newScheduledThreadPool(2);
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Integer> instances;
    private final Map<Integer, Boolean> ready = new ConcurrentHashMap<>();
    private final HttpServer front;

    Balancer(List<Integer> instances) throws IOException {
        this.instances = instances;
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        front.setExecutor(threads);
        front.createContext("/", this::pass);
        front.start();
        for (int port : instances) {
            var health = new Health(port);
            asking.scheduleWithFixedDelay(
                    () -> ready.put(port, isReady(health)), 0, MILLIS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isReady(Health health) {
        try {
            return health.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + front.getAddress().getPort() + "/api/v1");
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            HttpResponse<byte[]> answer = answer(exchange, body);
            answer.headers().map().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("transfer-encoding")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without an answer the connection is closed, and the caller sees that as a failure. */
    private HttpResponse<byte[]> answer(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        int first = turn.incrementAndGet();
        ConnectException unreachable = new ConnectException("No instance is ready");
        for (int i = 0; i < instances.size(); i++) {
            int port = instances.get(Math.floorMod(first + i, instances.size()));
            if (ready.getOrDefault(port, false)) {
                try {
                    return client.send(request(exchange, body, port), BodyHandlers.ofByteArray());
                } catch (ConnectException e) {
                    unreachable = e;
                }
            }
        }
        throw unreachable;
    }

    private static HttpRequest request(HttpExchange exchange, byte[] body, int port) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                .timeout(Duration.ofSeconds(15))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String name : PASSED_ON) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return request.build();
    }

    @Override
    public void close() {
        asking.shutdownNow();
        front.stop(0);
        threads.shutdownNow();
    }
}

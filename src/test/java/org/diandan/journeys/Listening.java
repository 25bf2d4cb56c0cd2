package org.diandan.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.diandan.http.Api;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody who follows the stream as a page does: reads events, and comes again with the last id when it ends. */
final class Listening implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An event as it came. */
    record Heard(String id, String name, JsonNode data) {
        String order() {
            return data.path("order").asText();
        }
    }

    private final Supplier<String> token;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::listen, "listening");
    private volatile String last;
    private volatile int connections;
    private volatile int refused;
    private volatile boolean closed;

    /** Begins to follow, and waits until it is let in. */
    Listening(Supplier<String> token) {
        this(token, null);
    }

    Listening(Supplier<String> token, String last) {
        this.token = token;
        this.last = last;
        thread.setDaemon(true);
        thread.start();
        until(() -> !heard.isEmpty() || refused != 0, "to be let in");
    }

    /** All that came, with the signs of a beginning. */
    List<Heard> all() {
        return List.copyOf(heard);
    }

    /** What came about orders and tasks. */
    List<Heard> events() {
        return heard.stream()
                .filter(event -> !Set.of("ready", "reset").contains(event.name()))
                .toList();
    }

    List<Heard> of(Object order) {
        return events().stream()
                .filter(event -> event.order().equals(order.toString()))
                .toList();
    }

    int connections() {
        return connections;
    }

    /** The status of the last attempt that was not let in, or 0. */
    int refused() {
        return refused;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    static void until(Supplier<Boolean> condition, String what) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.get()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Waited in vain " + what);
            }
            pause();
        }
    }

    private void listen() {
        while (!closed) {
            try {
                follow();
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void follow() throws IOException, InterruptedException {
        String server = ConfigProvider.getConfig().getValue("test.url", String.class);
        var request = HttpRequest.newBuilder(URI.create(server.replaceAll("/$", "") + Api.BASE + "/stream"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token.get());
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            refused = answer.statusCode();
            Thread.sleep(100);
            return;
        }
        connections++;
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            read(lines);
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String id = null;
        String name = null;
        String data = "";
        for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
            if (line.isEmpty() && name != null) {
                heard.add(new Heard(id, name, JSON.readTree(data)));
                last = id == null ? last : id;
                id = null;
                name = null;
                data = "";
            } else if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data += line.substring(5).strip();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

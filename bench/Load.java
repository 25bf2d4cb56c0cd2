import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests over so many connections, each the next as soon as the last is answered, in the name of many people. It
 * speaks HTTP by itself, so that it takes little of the processors that the program needs.
 */
final class Load {

    private static final String PASSWORD = "diandan-demo-2026";
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final URI api;
    private final int connections;
    private final Map<String, List<String>> tokens = new HashMap<>();

    private Load(URI api, int connections) {
        this.api = api;
        this.connections = connections;
    }

    /** The answers of one run. */
    record Measured(long[] nanos) {

        long requests() {
            return nanos.length;
        }

        /** The time within which so many of a hundred requests were answered. */
        double percentileMillis(int percent) {
            return nanos[(int) Math.min(nanos.length - 1L, nanos.length * (long) percent / 100)] / 1e6;
        }
    }

    static Load signIn(URI api, int connections) throws IOException, InterruptedException {
        Load load = new Load(api, connections);
        HttpClient client = HttpClient.newHttpClient();
        for (Operation operation : Operation.values()) {
            if (!load.tokens.containsKey(operation.login())) {
                List<String> signedIn = new ArrayList<>();
                for (int person = 1; person <= operation.people(); person++) {
                    signedIn.add(load.token(client, operation.login() + person));
                }
                load.tokens.put(operation.login(), signedIn);
            }
        }
        return load;
    }

    private String token(HttpClient client, String login) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api + "/auth/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant\":\"PASSWORD\",\"login\":\"%s\",\"password\":\"%s\"}"
                        .formatted(login, PASSWORD)))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        // A password is slow to check on purpose: right after the start, a busy machine may have no answer in time.
        for (int again = 0; answer.statusCode() == 503 && again < 10; again++) {
            Thread.sleep(1000);
            answer = client.send(request, BodyHandlers.ofString());
        }
        Matcher token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new IllegalStateException(answer.body());
        }
        return token.group(1);
    }

    /** Those who are signed in to make this request. */
    List<String> tokens(Operation operation) {
        return tokens.get(operation.login());
    }

    /** Places one order as this person and tells its id. */
    String place(int person) throws IOException {
        List<String> people = tokens(Operation.PLACE);
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            String request = Operation.PLACE.request(people.get(person % people.size()), person + 1);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String body = readAnswer(new BufferedInputStream(socket.getInputStream()));
            Matcher id = ID.matcher(body);
            if (!id.find()) {
                throw new IllegalStateException(body);
            }
            return id.group(1);
        }
    }

    /** Any answer but the expected one ends the benchmark: what is refused is cheap. */
    Measured run(Operation operation, int seconds) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        try {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            List<Future<long[]>> running = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                running.add(clients.submit(() -> work(operation, end)));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> each : running) {
                all.add(each.get());
            }
            return new Measured(
                    all.stream().flatMapToLong(Arrays::stream).sorted().toArray());
        } finally {
            clients.shutdownNow();
        }
    }

    private long[] work(Operation operation, long end) throws IOException {
        List<String> people = tokens.get(operation.login());
        long[] nanos = new long[1024];
        int requests = 0;
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            long now = System.nanoTime();
            while (now < end) {
                int person = ThreadLocalRandom.current().nextInt(people.size());
                byte[] request = operation.request(people.get(person), person + 1).getBytes(StandardCharsets.UTF_8);
                long start = System.nanoTime();
                socket.getOutputStream().write(request);
                readAnswer(answers);
                now = System.nanoTime();
                if (requests == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * requests);
                }
                nanos[requests++] = now - start;
            }
        }
        return Arrays.copyOf(nanos, requests);
    }

    private static String readAnswer(InputStream answers) throws IOException {
        String status = line(answers);
        int length = 0;
        boolean chunked = false;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.equalsIgnoreCase("transfer-encoding: chunked");
        }
        byte[] body = answers.readNBytes(length);
        while (chunked) {
            int chunk = Integer.parseInt(line(answers), 16);
            answers.skipNBytes(chunk);
            line(answers);
            chunked = chunk > 0;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (!status.startsWith("HTTP/1.1 20")) {
            throw new IllegalStateException(status + " " + text);
        }
        return text;
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("The program closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures the live stream: so many clients follow, orders are placed, and each client notes when it is told. Then every
 * client is cut off while orders are placed, comes again, and must have been told each order once. Called by
 * {@code bench/streams}.
 */
final class Streams {

    private static final int ORDERS = 40;
    private static final long PAUSE_MILLIS = 250;
    private static final long PATIENCE_MILLIS = 20_000;

    private final URI api;
    private final List<String> tokens;
    private final Map<String, Long> placedAt = new ConcurrentHashMap<>();

    private Streams(URI api, List<String> tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    public static void main(String[] arguments) throws Exception {
        URI api = URI.create(arguments[0]);
        long program = Long.parseLong(arguments[1]);
        Database.in(Path.of(arguments[2])).run(Files.readString(Path.of("bench", "plant.sql")));
        int many = Integer.parseInt(arguments[3]);

        Load load = Load.signIn(api, 1);
        Streams streams = new Streams(api, load.tokens(Operation.LIST));
        streams.place(load, 5);
        say("resident before, MB        %.0f", residentMb(program));
        long start = System.nanoTime();
        List<Client> clients = streams.follow(many);
        say("%d streams open after, s  %.1f", many, (System.nanoTime() - start) / 1e9);
        say("resident with them, MB     %.0f", residentMb(program));

        List<String> orders = streams.place(load, ORDERS);
        await(clients, orders);
        double[] delays = clients.stream()
                .flatMapToDouble(client -> orders.stream()
                        .mapToDouble(order -> (client.heardAt.get(order) - streams.placedAt.get(order)) / 1e6))
                .sorted()
                .toArray();
        say("told after, ms: p50 %.0f, p99 %.0f, the last %.0f", at(delays, 50), at(delays, 99), at(delays, 100));
        say("resident afterwards, MB    %.0f", residentMb(program));

        Thread cutting = new Thread(() -> cut(clients));
        cutting.start();
        List<String> more = streams.place(load, ORDERS);
        cutting.join();
        await(clients, more);
        int cuts = clients.stream().mapToInt(client -> client.connections.get() - 1).sum();
        int gaps = clients.stream().mapToInt(client -> client.missing(more)).sum();
        int doubles = clients.stream().mapToInt(client -> client.doubles.get()).sum();
        int resets = clients.stream().mapToInt(client -> client.resets.get()).sum();
        say("cut off and come again %d times: %d gaps, %d doubles, %d had to load anew", cuts, gaps, doubles, resets);
        say("resident in the end, MB    %.0f", residentMb(program));
        System.exit(gaps + doubles == 0 ? 0 : 1);
    }

    private List<Client> follow(int many) throws InterruptedException {
        List<Client> clients = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            Client client = new Client(tokens.get(i % tokens.size()), ready);
            clients.add(client);
            Thread thread = new Thread(null, client, "client", 128 << 10);
            thread.setDaemon(true);
            thread.start();
        }
        ready.await();
        return clients;
    }

    /** One order after the other; when each was answered is noted. */
    private List<String> place(Load load, int many) throws Exception {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String order = load.place(i);
            placedAt.put(order, System.nanoTime());
            orders.add(order);
            Thread.sleep(PAUSE_MILLIS);
        }
        return orders;
    }

    private static void cut(List<Client> clients) {
        Random random = new Random(7);
        for (Client client : clients) {
            client.cut();
            if (random.nextInt(5) == 0) {
                pause(random.nextInt(20));
            }
        }
    }

    private static void await(List<Client> clients, List<String> orders) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end && clients.stream().anyMatch(client -> client.missing(orders) > 0)) {
            pause(100);
        }
    }

    private final class Client implements Runnable {

        private final String token;
        private final CountDownLatch ready;
        private final Map<String, Long> heardAt = new ConcurrentHashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final AtomicInteger connections = new AtomicInteger();
        private final AtomicInteger doubles = new AtomicInteger();
        private final AtomicInteger resets = new AtomicInteger();
        private volatile Socket socket;
        private volatile String last;

        Client(String token, CountDownLatch ready) {
            this.token = token;
            this.ready = ready;
        }

        int missing(List<String> orders) {
            return (int) orders.stream().filter(order -> !heardAt.containsKey(order)).count();
        }

        void cut() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void run() {
            while (true) {
                try (Socket now = new Socket(api.getHost(), api.getPort())) {
                    socket = now;
                    String again = last == null ? "" : "Last-Event-ID: " + last + "\r\n";
                    now.getOutputStream()
                            .write(("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                            + "\r\n" + again + "\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
                    connections.incrementAndGet();
                    read(new BufferedInputStream(now.getInputStream(), 1024));
                } catch (IOException e) {
                    pause(50);
                }
            }
        }

        /** Lines; those of the chunks between them begin like no line of an event. */
        private void read(InputStream in) throws IOException {
            String id = null;
            String name = null;
            StringBuilder line = new StringBuilder(200);
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.append((char) next);
                    continue;
                }
                String text = line.toString().strip();
                line.setLength(0);
                if (text.startsWith("id:")) {
                    id = text.substring(3).strip();
                } else if (text.startsWith("event:")) {
                    name = text.substring(6).strip();
                } else if (text.startsWith("data:")) {
                    heard(id, name, text);
                    id = null;
                }
            }
        }

        private void heard(String id, String name, String data) {
            last = id;
            if ("ready".equals(name) || "reset".equals(name)) {
                ready.countDown();
                resets.addAndGet("reset".equals(name) ? 1 : 0);
                return;
            }
            if (!ids.add(id)) {
                doubles.incrementAndGet();
            }
            if ("order.place".equals(name)) {
                String order = data.replaceAll(".*\"order\":\"([^\"]+)\".*", "$1");
                heardAt.putIfAbsent(order, System.nanoTime());
            }
        }
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static double residentMb(long program) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(program), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}

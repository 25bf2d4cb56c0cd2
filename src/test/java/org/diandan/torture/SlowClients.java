package org.diandan.torture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Program;

/**
 * Hundreds who send their heads or bodies byte by byte, or do not read what they asked for, from a few addresses; behind
 * nginx as it is shipped others are served as if nothing were.
 */
final class SlowClients implements Trial {

    private static final int CONNECTIONS = 400;
    private static final int GOOD_CALLERS = 4;
    private static final double LONGEST_ANSWER = 5.5;
    private static final int MOST_MEBIBYTES_MORE = 32;

    @Override
    public String name() {
        return "slow";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        try (var program = new Program(setting.folder(), Map.of("diandan.identity.access-token", "PT24H"))) {
            program.start();
            try (var nginx = new Nginx(setting.folder().resolve("nginx"), program.port())) {
                var attack = new Attack(program, nginx.api(), findings);
                attack.tooLarge();
                long before = attack.heap();
                for (Slow slow : Slow.values()) {
                    attack.with(slow, CONNECTIONS, setting.size().pick(10, 60));
                }
                long more = (attack.heap() - before) >> 10;
                findings.tell("heap grew, MiB", more);
                findings.check(more <= MOST_MEBIBYTES_MORE, "The heap grew by " + more + " MiB");
            }
        }
    }

    @Override
    public String takenOut() {
        return "nginx: they reach the program itself";
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        try (var program = new Program(setting.folder(), Map.of("diandan.identity.access-token", "PT24H"))) {
            program.start();
            var attack = new Attack(program, program.api(), findings);
            attack.with(Slow.BODY, CONNECTIONS, 10);
            attack.with(Slow.READER, CONNECTIONS, 10);
        }
    }

    private enum Slow {
        HEAD("GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX-Slow: "),
        BODY("POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer %s\r\nContent-Length: 60000\r\n\r\n{"),
        READER("GET /api/openapi HTTP/1.1\r\nHost: x\r\n\r\n".repeat(8));

        private final String begin;

        Slow(String begin) {
            this.begin = begin;
        }
    }

    private static final class Attack {

        private final Program program;
        private final URI api;
        private final Findings findings;
        private final Caller clerk;
        private final String token;

        Attack(Program program, URI api, Findings findings) throws Exception {
            this.program = program;
            this.api = api;
            this.findings = findings;
            clerk = new Caller(api, "clerk-jinxiu");
            clerk.signIn();
            token = clerk.token();
        }

        /** More than anybody may send: said at once, and nothing is kept. */
        void tooLarge() throws Exception {
            Answer body = clerk.send("POST", "/orders", Map.of("need", "长".repeat(600_000)));
            findings.tell("1.8 MB", body.status());
            findings.check(body.status() == 413, "A large body: " + body.status());
            Answer head = clerk.send("GET", "/me", Map.of(), "X-Long", "y".repeat(40_000));
            findings.tell("40 KB head", head.status());
            // nginx says 400 of a head that has no room in its buffers.
            findings.check(head.status() == 431 || head.status() == 400, "A large head: " + head.status());
        }

        void with(Slow slow, int connections, int seconds) throws Exception {
            var over = new AtomicBoolean();
            try (var crowd = new Crowd()) {
                crowd.all(GOOD_CALLERS + 1, number -> {
                    if (number < GOOD_CALLERS) {
                        callWell(slow, over);
                    } else {
                        try {
                            trickle(slow, connections, seconds);
                        } finally {
                            over.set(true);
                        }
                    }
                    return null;
                });
            }
        }

        private void trickle(Slow slow, int connections, int seconds) throws Exception {
            List<Socket> sockets = new ArrayList<>();
            try {
                for (int i = 0; i < connections; i++) {
                    sockets.add(connected(2 + i % 4));
                    say(sockets.get(i), slow.begin.formatted(token));
                }
                for (int second = 0; second < seconds; second++) {
                    Thread.sleep(1000);
                    if (slow != Slow.READER) {
                        for (Socket socket : sockets) {
                            say(socket, "y");
                        }
                    }
                }
            } finally {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
            findings.tell("slow " + slow + " connections", connections);
        }

        /** From one of several addresses of this machine, none of them that of the good callers. */
        private Socket connected(int address) throws IOException {
            var socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0." + address), 0));
            socket.connect(new InetSocketAddress(api.getHost(), api.getPort()), 5000);
            return socket;
        }

        private static void say(Socket socket, String text) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // It was sent away, which is right.
            }
        }

        private void callWell(Slow slow, AtomicBoolean over) throws InterruptedException {
            int number = 0;
            while (!over.get()) {
                long begun = System.nanoTime();
                try {
                    Answer answer = number++ % 3 == 0
                            ? clerk.send("POST", "/orders", Orders.placedAt(Helpers.SITE, number))
                            : clerk.send("GET", "/orders?view=BOARD", Map.of());
                    double seconds = (System.nanoTime() - begun) / 1e9;
                    findings.add("good requests while slow " + slow, 1);
                    findings.check(answer.isGood(), "Slow " + slow + ": a good request: " + answer);
                    findings.check(seconds <= LONGEST_ANSWER, "Slow " + slow + ": answered after " + seconds + " s");
                } catch (IOException e) {
                    findings.wrong("Slow " + slow + ": a good request: " + e);
                }
            }
        }

        /** Kilobytes in use after all garbage is gone. */
        long heap() throws IOException, InterruptedException {
            String pid = Long.toString(program.process().pid());
            jcmd(pid, "GC.run");
            String said = jcmd(pid, "GC.heap_info");
            return java.util.regex.Pattern.compile("used (\\d+)K")
                    .matcher(said.substring(0, said.indexOf("Metaspace")))
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .sum();
        }

        private static String jcmd(String... arguments) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/jcmd"));
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        }
    }
}

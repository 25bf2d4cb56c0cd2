package org.diandan.torture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** nginx with {@code deploy/nginx/diandan.conf} as it is shipped, but for names, ports, folders and the certificate. */
final class Nginx implements AutoCloseable {

    private static final Path SHIPPED = Path.of("deploy", "nginx", "diandan.conf");
    private static final List<Path> WHERE = List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/local/sbin/nginx"));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final int port;

    /** Starts it before a program. */
    Nginx(Path folder, int program) throws IOException, InterruptedException {
        Path nginx = WHERE.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new Skipped("nginx is not installed"));
        port = freePort();
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(folder.resolve("nginx.conf"), around(folder, configuration(folder, program)));
        process = new ProcessBuilder(nginx.toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("nginx: " + Files.readString(folder.resolve("nginx.log"))
                        + Files.readString(folder.resolve("error.log")));
            }
            Thread.sleep(50);
        }
    }

    private String configuration(Path folder, int program) throws IOException {
        String shipped = Files.readString(SHIPPED);
        // The first server only sends to the second, which speaks TLS.
        int redirect = shipped.indexOf("server {\n    listen 80;");
        int server = shipped.indexOf("server {", redirect + 1);
        return (shipped.substring(0, redirect) + shipped.substring(server))
                .replace("listen 443 ssl http2;", "listen 127.0.0.1:" + port + ";")
                .replaceAll("\n *ssl_[^\n]*", "")
                .replace("127.0.0.1:8080", "127.0.0.1:" + program)
                .replace(
                        "/var/log/nginx/diandan.log",
                        folder.resolve("access.log").toString());
    }

    /** What the distribution has around it; one worker has as many connections as nginx's own default. */
    private static String around(Path folder, String configuration) throws IOException {
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        StringBuilder around = new StringBuilder(root ? "user root;\n" : "");
        around.append("daemon off;\npid nginx.pid;\nworker_processes 1;\nevents { worker_connections 512; }\nhttp {\n");
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            around.append(kind)
                    .append("_temp_path ")
                    .append(folder.resolve("tmp"))
                    .append("/")
                    .append(kind)
                    .append(";\n");
        }
        return around.append(configuration).append("}\n").toString();
    }

    private boolean listens() {
        try {
            new Socket("127.0.0.1", port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}

package org.diandan.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Keycloak of its own on loopback, with the realm of {@code keycloak/city.json} and no more. */
public final class Keycloak implements QuarkusTestResourceLifecycleManager {

    private static final Path HOME = Path.of(System.getProperty("keycloak.home", ""));
    private static final Path REALM = Path.of("src", "test", "resources", "keycloak", "city.json");
    private static final Path LOG = Path.of("target", "keycloak.log");
    private static final int SECONDS_TO_START = 240;

    private static String realm = "";
    private Process process;

    /** Where the realm is, which is also what its tokens name as their issuer. */
    static String realm() {
        return realm;
    }

    @Override
    public Map<String, String> start() {
        try {
            int port = freePort();
            realm = "http://127.0.0.1:" + port + "/realms/city";
            Path imports = Files.createDirectories(HOME.resolve("data").resolve("import"));
            Files.write(imports.resolve("city.json"), Files.readAllBytes(REALM));
            Path script = HOME.resolve("bin").resolve("kc.sh");
            if (!script.toFile().setExecutable(true)) {
                throw new IOException(script + " cannot be made a program");
            }
            process = new ProcessBuilder(
                            script.toString(),
                            "start-dev",
                            "--db=dev-mem",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(LOG.toFile())
                    .start();
            awaitRealm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "diandan.identity.issuers.keycloak.issuer",
                realm,
                "diandan.identity.issuers.keycloak.audience",
                "diandan-api",
                "diandan.identity.issuers.keycloak.jwks-url",
                realm + "/protocol/openid-connect/certs");
    }

    private void awaitRealm() {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS_TO_START).toNanos();
        var request = HttpRequest.newBuilder(URI.create(realm)).build();
        var client = HttpClient.newHttpClient();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            pause();
        }
        stop();
        throw new IllegalStateException("Keycloak did not start, see " + LOG);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The script may have become the parent of what it starts. */
    @Override
    public void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}

package org.diandan.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.diandan.gateways.Loopback;
import org.diandan.gateways.Loopback.Answered;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Program;

/** People of Jinxiu who sign in by a code that a provider on loopback is asked to send, and volunteer. */
final class Helpers implements AutoCloseable {

    static final String SITE = "371625003010";
    private static final String CENTER = "371625";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS_FOR_A_CODE = 60;

    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Loopback provider = new Loopback(asked -> {
        try {
            JsonNode message = JSON.readTree(asked.body());
            String code = message.path("text").asText().replaceFirst("(?s).*?(\\d{6}).*", "$1");
            codes.put(message.path("to").asText(), code);
        } catch (IOException e) {
            return new Answered(400, "text/plain", "");
        }
        return Answered.json("{}");
    });

    /** What the program must be told, to send its messages here. */
    Map<String, String> settings() {
        return Map.of(
                "diandan.gateways.sms.http.url", provider.url(),
                "diandan.gateways.sms.http.body", "{\"to\":\"{phone}\",\"text\":\"{text}\"}",
                "diandan.identity.limits.codes-per-address", "1000000",
                "diandan.identity.limits.codes-in-total", "1000000",
                "diandan.identity.access-token", "PT24H");
    }

    /** A volunteer: who they are and how they call. */
    record Helper(UUID account, Caller caller) {}

    /** So many new members of a team that the dispatcher lets in. */
    List<Helper> signUp(Program program, int many, Caller dispatcher, UUID team) throws Exception {
        Caller nobody = Caller.bearing(program.api(), "");
        for (int number = 0; number < many; number++) {
            nobody.send("POST", "/auth/otp", Map.of("phone", phone(number)));
        }
        List<Helper> helpers = new ArrayList<>();
        for (int number = 0; number < many; number++) {
            Helper helper = signUp(program, nobody, number);
            helper.caller().does("/teams/" + team + "/members", Map.of());
            dispatcher.does("/teams/" + team + "/members/" + helper.account() + "/approve", Map.of());
            helpers.add(helper);
        }
        return helpers;
    }

    private Helper signUp(Program program, Caller nobody, int number) throws Exception {
        JsonNode signedIn = nobody.does(
                "/auth/token",
                Map.of(
                        "grant",
                        "CODE",
                        "phone",
                        phone(number),
                        "code",
                        code(phone(number)),
                        "center",
                        CENTER,
                        "name",
                        "志愿者"));
        Caller caller =
                Caller.bearing(program.api(), signedIn.path("accessToken").asText());
        caller.does(
                "/volunteers",
                Map.of("name", "志愿者", "bornOn", "1990-05-01", "site", SITE, "consent", Map.of("version", 1)));
        return new Helper(UUID.fromString(signedIn.path("account").asText()), caller);
    }

    /** The next code that is sent to a phone. */
    String code(String phone) throws InterruptedException {
        for (int i = 0; i < 10 * SECONDS_FOR_A_CODE; i++) {
            String code = codes.remove(phone);
            if (code != null) {
                return code;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("No code came for " + phone);
    }

    private static String phone(int number) {
        return "15%09d".formatted(number);
    }

    @Override
    public void close() {
        provider.close();
    }
}

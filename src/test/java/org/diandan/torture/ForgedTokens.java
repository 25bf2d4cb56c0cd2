package org.diandan.torture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Caller.Answer;
import org.diandan.journeys.Program;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;

/** Tokens that somebody made who should not have: each is 401, while one made by the same hand as the program would is good. */
public final class ForgedTokens implements Trial {

    /** What is taken out in the control. */
    public static final String CARELESS = "the checks: a verifier that looks at nothing but the claims' form";

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public void run(Setting setting, Findings findings) throws Exception {
        try (var program = new Program(setting.folder(), Map.of())) {
            program.start();
            var forger = new Forger(program);
            Answer own = asks(program, forger.good());
            findings.check(own.isGood(), "A good token: " + own);
            for (Map.Entry<String, String> forged : forger.forged().entrySet()) {
                Answer answer = asks(program, forged.getValue());
                findings.add("forged tokens", 1);
                findings.check(
                        answer.status() == 401 && answer.text().contains("invalid-token"),
                        forged.getKey() + ": " + answer);
            }
            // Longer than all headers together may be: it does not even reach whoever reads tokens.
            Answer longest = asks(program, forger.good() + "A".repeat(100_000));
            findings.tell("100 KB", longest.status());
            findings.check(longest.status() == 431 || longest.status() == 401, "100 KB: " + longest);
        }
    }

    @Override
    public String takenOut() {
        return CARELESS;
    }

    @Override
    public void control(Setting setting, Findings findings) throws Exception {
        try (var program = new Program(setting.folder(), Map.of())) {
            program.start();
            Map<String, String> forged = new Forger(program).forged();
            findings.tell("forged tokens", forged.size());
            forged.forEach((what, token) -> findings.check(!isLetInByWhoLooksAtNothing(token), what + " was let in"));
        }
    }

    /** Whether a verifier that checks neither signature nor issuer, audience, type or time takes the token. */
    public static boolean isLetInByWhoLooksAtNothing(String token) {
        try {
            new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(token);
            return true;
        } catch (InvalidJwtException e) {
            return false;
        }
    }

    private static Answer asks(Program program, String token) throws Exception {
        return Caller.bearing(program.api(), token).send("GET", "/me", Map.of());
    }

    /** Somebody who has seen a token and the public key, and for comparison the private one. */
    private static final class Forger {

        private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

        private final RSAPrivateCrtKey privateKey;
        private final PublicKey publicKey;
        private final KeyPair own;
        private final String seen;
        private final String payload;

        Forger(Program program) throws Exception {
            var keys = KeyFactory.getInstance("RSA");
            String pem = Files.readString(program.data().resolve("keys/signing-key.pem"))
                    .replaceAll("-----[A-Z ]+-----|\\s", "");
            privateKey = (RSAPrivateCrtKey) keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            publicKey =
                    keys.generatePublic(new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            own = generator.generateKeyPair();
            Answer signedIn = Caller.bearing(program.api(), "")
                    .send(
                            "POST",
                            "/auth/token",
                            Map.of(
                                    "grant", "PASSWORD",
                                    "login", "clerk-jinxiu",
                                    "password", org.diandan.demo.Village.PASSWORD));
            seen = signedIn.json().path("accessToken").asText();
            payload = new String(Base64.getUrlDecoder().decode(seen.split("\\.")[1]), StandardCharsets.UTF_8);
        }

        /** As the program itself would sign it. */
        String good() throws Exception {
            return signed(claims -> {}, signature -> {});
        }

        /** Each by what is wrong with it. */
        Map<String, String> forged() throws Exception {
            Map<String, String> forged = new LinkedHashMap<>();
            algorithms(forged);
            contents(forged);
            headers(forged);
            pieces(forged);
            return forged;
        }

        private void algorithms(Map<String, String> forged) throws Exception {
            for (String none : new String[] {"none", "None", "NONE", "nOnE"}) {
                forged.put(
                        "alg " + none,
                        encoded("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\"}") + "." + encoded(payload) + ".");
            }
            forged.put("no alg", encoded("{\"typ\":\"at+jwt\"}") + "." + encoded(payload) + ".");
            for (byte[] secret : new byte[][] {
                publicKey.getEncoded(),
                ("-----BEGIN PUBLIC KEY-----\n"
                                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                        .encodeToString(publicKey.getEncoded())
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.US_ASCII)
            }) {
                forged.put(
                        "HS256 with the public key of " + secret.length + " bytes", signed(claims -> {}, signature -> {
                            signature.setAlgorithmHeaderValue("HS256");
                            signature.setKey(new HmacKey(secret));
                        }));
            }
            forged.put("RS512", signed(claims -> {}, signature -> signature.setAlgorithmHeaderValue("RS512")));
            forged.put("PS256", signed(claims -> {}, signature -> signature.setAlgorithmHeaderValue("PS256")));
            forged.put("another's key", signed(claims -> {}, signature -> signature.setKey(own.getPrivate())));
        }

        private void contents(Map<String, String> forged) throws Exception {
            NumericDate now = NumericDate.now();
            NumericDate past = NumericDate.fromSeconds(now.getValue() - 3600);
            NumericDate future = NumericDate.fromSeconds(now.getValue() + 3600);
            forged.put("expired", signed(claims -> claims.setExpirationTime(past)));
            forged.put("without an end", signed(claims -> claims.unsetClaim("exp")));
            forged.put("not yet valid", signed(claims -> claims.setNotBefore(future)));
            forged.put("a foreign issuer", signed(claims -> claims.setIssuer("https://login.example")));
            forged.put("no issuer", signed(claims -> claims.unsetClaim("iss")));
            forged.put("a foreign audience", signed(claims -> claims.setAudience("others")));
            forged.put("no audience", signed(claims -> claims.unsetClaim("aud")));
            forged.put("nobody", signed(claims -> claims.unsetClaim("sub")));
            forged.put("a stranger", signed(claims -> claims.setSubject(new UUID(1, 2).toString())));
            forged.put("no id", signed(claims -> claims.setSubject("admin-demo")));
            forged.put("no generation", signed(claims -> claims.unsetClaim("gen")));
            forged.put("a generation of before", signed(claims -> claims.setClaim("gen", -1)));
            forged.put("an ID token", signed(claims -> {}, signature -> signature.setHeader("typ", "JWT")));
            forged.put(
                    "no type",
                    signed(claims -> {}, signature -> signature.getHeaders().setStringHeaderValue("typ", "")));
            forged.put("5 KB", signed(claims -> claims.setStringClaim("x", "y".repeat(5_000))));
        }

        private void headers(Map<String, String> forged) throws Exception {
            for (String kid : new String[] {"../../../dev/null", "/dev/null", "x' or '1'='1", "http://127.0.0.1:1/k"}) {
                forged.put("kid " + kid, signed(claims -> {}, signature -> {
                    signature.setKeyIdHeaderValue(kid);
                    signature.setKey(own.getPrivate());
                }));
            }
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(own.getPublic());
            forged.put("its own key within", signed(claims -> {}, signature -> {
                signature.getHeaders().setJwkHeaderValue("jwk", jwk);
                signature.setKey(own.getPrivate());
            }));
            forged.put("a key elsewhere", signed(claims -> {}, signature -> {
                signature.setHeader("jku", "http://127.0.0.1:1/keys");
                signature.setKey(own.getPrivate());
            }));
            forged.put("what is not known is critical", signed(claims -> {}, signature -> {
                signature.setHeader("crit", java.util.List.of("magic"));
                signature.setHeader("magic", true);
            }));
        }

        private void pieces(Map<String, String> forged) {
            String[] parts = seen.split("\\.");
            String admin = payload.replaceFirst("\"sub\":\"[^\"]+\"", "\"sub\":\"" + new UUID(1, 2) + "\"");
            forged.put("tampered claims", parts[0] + "." + encoded(admin) + "." + parts[2]);
            forged.put("tampered signature", seen.substring(0, seen.length() - 8) + "AAAAAAAA");
            forged.put("no signature", parts[0] + "." + parts[1] + ".");
            forged.put("two parts", parts[0] + "." + parts[1]);
            forged.put("signed with nothing", parts[0] + "." + parts[1] + "." + ENCODER.encodeToString(new byte[256]));
            forged.put("twice", seen + "." + seen);
            forged.put("no token", "x");
        }

        private String signed(Consumer<JwtClaims> change) throws Exception {
            return signed(change, signature -> {});
        }

        private String signed(Consumer<JwtClaims> change, Consumer<JsonWebSignature> sign) throws Exception {
            JwtClaims claims = JwtClaims.parse(payload);
            change.accept(claims);
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue("RS256");
            signature.setHeader("typ", "at+jwt");
            signature.setKey(privateKey);
            sign.accept(signature);
            return signature.getCompactSerialization();
        }

        private static String encoded(String text) {
            return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}

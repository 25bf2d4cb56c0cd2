package org.diandan.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.Map;
import org.diandan.gateways.Loopback;
import org.diandan.gateways.Loopback.Answered;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** An OpenID provider on loopback, for all tests together: its keys, and what it would sign. */
@WithTestResource(value = FakeIssuer.class, scope = TestResourceScope.GLOBAL)
public final class FakeIssuer implements QuarkusTestResourceLifecycleManager {

    static final String ISSUER = "https://login.city.example/realms/city";
    /** Another one, with the same keys, that lets nobody in without a second factor. */
    static final String STRICT = "https://login.province.example";

    static final String AUDIENCE = "diandan-api";
    static final RsaJsonWebKey KEY = key("city-1");

    private Loopback server;

    @Override
    public Map<String, String> start() {
        String keys = new JsonWebKeySet(KEY).toJson(OutputControlLevel.PUBLIC_ONLY);
        server = new Loopback(asked -> Answered.json(keys));
        return Map.of(
                "diandan.identity.issuers.city.issuer",
                ISSUER,
                "diandan.identity.issuers.city.audience",
                AUDIENCE,
                "diandan.identity.issuers.city.jwks-url",
                server.url() + "/certs",
                "diandan.identity.issuers.city.trusts-phones",
                "true",
                "diandan.identity.issuers.province.issuer",
                STRICT,
                "diandan.identity.issuers.province.audience",
                AUDIENCE,
                "diandan.identity.issuers.province.jwks-url",
                server.url() + "/certs",
                "diandan.identity.issuers.province.asks-for-second-factor",
                "true");
    }

    static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.close();
    }
}

package org.diandan.volunteers;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimingTest {

    @Inject
    Bochang bochang;

    @BeforeEach
    void open() {
        bochang.open();
    }

    @Test
    void whatIsClaimedFollowsTheCatalogue() {
        var wang = bochang.volunteer();
        var path = "/volunteers/" + wang.account() + "/certificates";
        var claim = Map.of("kind", "WIZARD", "number", "1", "issuer", "nobody", "validFrom", "2026-01-01");

        wang.post(path, claim).expect(400, "certificate-kind-unknown");
        bochang.volunteer().post(path, claim).expect(400);
    }

    @Test
    void nobodyClaimsForAnother() {
        var path = "/volunteers/" + bochang.volunteer().account() + "/certificates";
        var claim = Map.of("kind", "TEACHER", "number", "1", "issuer", "省教育厅", "validFrom", "2026-01-01");

        bochang.volunteer().post(path, claim).expect(404);
        bochang.clerk().post(path, claim).expect(403);
    }

    @Test
    void theSameCertificateIsClaimedOnce() {
        var wang = bochang.volunteer();
        var path = "/volunteers/" + wang.account() + "/certificates";
        var claim = Map.of("kind", "TEACHER", "number", "1", "issuer", "省教育厅", "validFrom", "2026-01-01");
        wang.post(path, claim).expect(201);

        wang.post(path, claim).expect(409, "certificate-claimed-twice");
    }
}

package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diandan.shared.Refused;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final UUID account = new UUID(1, 2);
    private final Map<String, String> headers = new HashMap<>();
    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final RateLimits limits = new RateLimits(threeAMinute(), clock());

    @Test
    void whoSendsTooManyIsAskedToWait() {
        for (int left = 2; left >= 0; left--) {
            assertThat(take(account)).isEmpty();
            assertThat(headers).containsEntry("RateLimit-Policy", "\"account\";q=3;w=60");
            assertThat(headers.get("RateLimit")).startsWith("\"account\";r=" + left + ";t=");
        }

        Refused refused = take(account).orElseThrow();
        assertThat(refused.type()).isEqualTo(HttpProblem.TOO_MANY_REQUESTS);
        assertThat(refused.members()).containsEntry("retryAfter", 20);
    }

    @Test
    void afterTheTimeSaidThereIsRoomForOneMore() {
        for (int i = 0; i < 3; i++) {
            take(account);
        }
        now = now.plus(Duration.ofSeconds(20));

        assertThat(take(account)).isEmpty();
        assertThat(take(account)).isPresent();
    }

    @Test
    void oneCallerTakesNothingFromAnother() {
        for (int i = 0; i < 4; i++) {
            take(account);
        }

        assertThat(take(new UUID(3, 4))).isEmpty();
    }

    /** Fails when the limit of the operation is not asked: the third is let in by the account's three. */
    @Test
    void whatCostsMuchMayBeAskedLessOften() {
        assertThat(take(account, "importDivisions")).isEmpty();
        assertThat(take(account, "importDivisions")).isPresent();
        assertThat(headers).containsEntry("RateLimit-Policy", "\"importDivisions\";q=1;w=60");

        assertThat(take(account, "listOrders"))
                .as("others are not counted with it")
                .isEmpty();
        assertThat(take(new UUID(3, 4), "importDivisions")).isEmpty();
    }

    private Optional<Refused> take(UUID caller) {
        return take(caller, null);
    }

    private Optional<Refused> take(UUID caller, String operation) {
        return limits.ofAccount(caller, operation, headers::put);
    }

    private Clock clock() {
        return InstantSource.tick(() -> now, Duration.ofMillis(1)).withZone(ZoneOffset.UTC);
    }

    private static HttpConfig threeAMinute() {
        return new HttpConfig() {
            @Override
            public RequestsPerMinute requestsPerMinute() {
                return new RequestsPerMinute() {
                    @Override
                    public int account() {
                        return 3;
                    }

                    @Override
                    public int address() {
                        return 3;
                    }

                    @Override
                    public Map<String, Integer> operation() {
                        return Map.of("importDivisions", 1);
                    }
                };
            }

            @Override
            public Duration requestTime() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Idempotency idempotency() {
                throw new UnsupportedOperationException();
            }
        };
    }
}

package org.diandan.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.diandan.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How many requests one address, and one account, may send, and how many of those that cost much. Each instance counts by
 * itself: the limit keeps one caller from taking all, it is no accounting.
 */
@ApplicationScoped
class RateLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 200_000;

    private final Limit addresses;
    private final Limit accounts;
    private final Map<String, Limit> operations;

    RateLimits(HttpConfig config, Clock clock) {
        TimeMeter time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        addresses = new Limit("address", config.requestsPerMinute().address(), time);
        accounts = new Limit("account", config.requestsPerMinute().account(), time);
        operations = config.requestsPerMinute().operation().entrySet().stream()
                .filter(limit -> limit.getValue() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, limit -> new Limit(limit.getKey(), limit.getValue(), time)));
    }

    /** The refusal, if this address has sent too many; says in the answer's headers how many it has left. */
    Optional<Refused> ofAddress(HttpServerRequest request, HttpServerResponse response) {
        if (addresses.perMinute <= 0 || request.remoteAddress() == null) {
            return Optional.empty();
        }
        return addresses.take(Origin.of(request), response::putHeader);
    }

    /**
     * The refusal, if this account has sent too many, or too many of this operation; the headers take the place of the
     * address's.
     *
     * @param operation what the contract calls it; absent for what is not in it
     */
    Optional<Refused> ofAccount(UUID account, @Nullable String operation, BiConsumer<String, String> headers) {
        if (accounts.perMinute <= 0) {
            return Optional.empty();
        }
        Optional<Refused> refused = accounts.take(account, headers);
        Limit own = operation == null ? null : operations.get(operation);
        return refused.isPresent() || own == null ? refused : own.take(account, headers);
    }

    boolean countsAccounts() {
        return accounts.perMinute > 0;
    }

    private static final class Limit {

        private final String name;
        private final int perMinute;
        private final TimeMeter time;
        private final Cache<Object, Bucket> buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build();

        Limit(String name, int perMinute, TimeMeter time) {
            this.name = name;
            this.perMinute = perMinute;
            this.time = time;
        }

        Optional<Refused> take(Object caller, BiConsumer<String, String> headers) {
            ConsumptionProbe probe = buckets.get(caller, any -> bucket()).tryConsumeAndReturnRemaining(1);
            long untilFull = seconds(probe.getNanosToWaitForReset());
            // draft-ietf-httpapi-ratelimit-headers-10
            headers.accept("RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(name, perMinute));
            headers.accept("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), untilFull));
            if (probe.isConsumed()) {
                return Optional.empty();
            }
            int wait = (int) seconds(probe.getNanosToWaitForRefill());
            return Optional.of(HttpProblem.TOO_MANY_REQUESTS
                    .because(Integer.toString(wait))
                    .retryAfter(wait));
        }

        private Bucket bucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                    .withCustomTimePrecision(time)
                    .build();
        }

        private static long seconds(long nanos) {
            return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
        }
    }
}

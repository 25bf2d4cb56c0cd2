package org.diandan.visits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.UUID;

/**
 * Compares the code that a volunteer types with that of the visit. Wrong ones are counted in memory, since a refusal keeps
 * nothing: with several instances a code may be tried that many times on each.
 */
@ApplicationScoped
class Codes {

    private static final Duration COUNTED_FOR = Duration.ofMinutes(15);

    private final Cache<UUID, Integer> wrong = Caffeine.newBuilder()
            .expireAfterWrite(COUNTED_FOR)
            .maximumSize(100_000)
            .build();

    private final VisitsConfig config;

    Codes(VisitsConfig config) {
        this.config = config;
    }

    /** @throws org.diandan.shared.Refused if it is not the code, or too many wrong ones were tried */
    void check(Visit visit, Attendance attendance, String code) {
        int tried = wrong.asMap().getOrDefault(attendance.id(), 0);
        if (tried >= config.wrongCodes()) {
            throw VisitsProblem.CODE_TRIED_TOO_OFTEN
                    .because(COUNTED_FOR.toMinutes())
                    .retryAfter((int) COUNTED_FOR.toSeconds());
        }
        if (!MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8), visit.code().getBytes(StandardCharsets.UTF_8))) {
            wrong.asMap().merge(attendance.id(), 1, Integer::sum);
            throw VisitsProblem.CODE_WRONG.because();
        }
        wrong.invalidate(attendance.id());
    }
}

package org.diandan.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids that know their center, so that a request for an id needs no look-up to find where it lives.
 *
 * <p>They are version 7 UUIDs (RFC 9562): 48 bits of milliseconds, then 74 bits of which the first 20 are the center's
 * six-digit code (section 6.4 allows a node id there) and 54 are random. This class alone knows the layout.
 */
@ApplicationScoped
public class Ids {

    /** The center of what belongs to the whole installation, such as the first administrator. */
    public static final String INSTALLATION = "000000";

    private static final int LOW_CENTER_BITS = 8;
    private static final int LOW_RANDOM_BITS = 54;
    private static final int FIRST_BITS = LOW_RANDOM_BITS - 1;
    private static final int STEP_BITS = 20;
    private static final long LOW_CENTER_MASK = 0xFF;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;
    private long lastMillis = -1;
    private long lastTail;

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a new id.
     *
     * @param center six digits, a county's division code or {@link #INSTALLATION}
     */
    public UUID of(String center) {
        long node = Centers.number(center);
        long millis = clock.instant().toEpochMilli();
        long high = (millis << 16) | VERSION_7 | (node >>> LOW_CENTER_BITS);
        long low = VARIANT_RFC | ((node & LOW_CENTER_MASK) << LOW_RANDOM_BITS) | tail(millis);
        return new UUID(high, low);
    }

    /**
     * The random end of an id. Within one millisecond it rises by a random step (RFC 9562 section 6.2, method 2), so that
     * what one transaction writes sorts as it was written. It begins one bit below the top, which leaves room to rise.
     */
    private synchronized long tail(long millis) {
        if (millis == lastMillis) {
            lastTail += 1 + (random.nextLong() >>> (Long.SIZE - STEP_BITS));
        } else {
            lastMillis = millis;
            lastTail = random.nextLong() >>> (Long.SIZE - FIRST_BITS);
        }
        return lastTail;
    }

    /** Tells the center of an id made here; of any other UUID it tells six digits that no center has, or some center's by chance. */
    public static String centerOf(UUID id) {
        long node = ((id.getMostSignificantBits() & 0xFFF) << LOW_CENTER_BITS)
                | ((id.getLeastSignificantBits() >>> LOW_RANDOM_BITS) & LOW_CENTER_MASK);
        return Centers.code(node);
    }

    /**
     * The id that stands for a center itself, as the subject of what belongs to it as a whole: its time and its random end
     * are nought.
     */
    public static UUID ofCenter(String center) {
        long node = Centers.number(center);
        return new UUID(
                VERSION_7 | (node >>> LOW_CENTER_BITS), VARIANT_RFC | ((node & LOW_CENTER_MASK) << LOW_RANDOM_BITS));
    }

    /** The least id that a time can have, of whatever center: what was made before has a lesser one. */
    public static UUID firstOf(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    /** Six digits and the number that they are. */
    private static final class Centers {

        static long number(String code) {
            if (!code.matches("[0-9]{6}")) {
                throw new IllegalArgumentException("A center's code has six digits: " + code);
            }
            return Long.parseLong(code);
        }

        static String code(long number) {
            String digits = Long.toString(number % 1_000_000);
            return "0".repeat(6 - digits.length()) + digits;
        }
    }
}

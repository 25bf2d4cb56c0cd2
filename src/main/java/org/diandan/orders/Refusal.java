package org.diandan.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.diandan.shared.Area;
import org.jspecify.annotations.Nullable;

/** Who refused an order and for which area; and whether the one appeal against it was made. */
@Embeddable
class Refusal {

    static final Duration APPEAL_WITHIN = Duration.ofDays(7);

    private static final int CENTER_DIGITS = 6;

    @Column(name = "refused_by")
    private UUID by;

    @Column(name = "refused_area")
    private String area;

    @Column(name = "refused_at")
    private Instant at;

    private @Nullable Boolean appealed;

    @SuppressWarnings("NullAway.Init")
    Refusal() {}

    private Refusal(UUID by, String area, Instant at, boolean appealed) {
        this.by = by;
        this.area = area;
        this.at = at;
        this.appealed = appealed;
    }

    /** @param before an earlier refusal of the same order, whose appeal this one decides */
    static Refusal by(Caller dispatcher, String site, Instant now, @Nullable Refusal before) {
        String widest = dispatcher.areas().stream()
                .map(Area::code)
                .min(Comparator.comparingInt(String::length))
                .orElse(site);
        return new Refusal(
                Objects.requireNonNull(dispatcher.actor().account()), widest, now, before != null && before.appealed());
    }

    void appeal(Instant now) {
        if (appealed()) {
            throw OrderProblem.ALREADY_APPEALED.because();
        }
        if (now.isAfter(at.plus(APPEAL_WITHIN))) {
            throw OrderProblem.APPEAL_TOO_LATE.because(APPEAL_WITHIN.toDays());
        }
        appealed = true;
    }

    boolean appealed() {
        return Boolean.TRUE.equals(appealed);
    }

    /** One level up decides on an appeal; at a Center, where there is none, another person. */
    boolean mayBeDecidedBy(Caller dispatcher) {
        if (!appealed()) {
            return true;
        }
        if (area.length() <= CENTER_DIGITS) {
            return !dispatcher.actor().is(by) && dispatcher.areas().stream().anyMatch(decides -> decides.covers(area));
        }
        return dispatcher.areas().stream()
                .anyMatch(decides -> decides.covers(area) && decides.code().length() < area.length());
    }
}

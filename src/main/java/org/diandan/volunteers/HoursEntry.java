package org.diandan.volunteers;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Actor;
import org.diandan.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/** Minutes of one volunteer: what was given, and what of it counts after a review. */
@Entity
@Table(name = "volunteer_hours")
@IdClass(Key.class)
class HoursEntry {
    /** As long as a no-show can be disputed. */
    static final Duration DISPUTED_WITHIN = Duration.ofDays(7);

    @Id
    private String center;

    @Id
    private UUID id;

    private UUID volunteerId;
    private UUID visitId;
    private String site;

    @Enumerated(EnumType.STRING)
    private HoursKind kind;

    private Instant fromAt;
    private Instant toAt;
    private int minutes;
    private boolean flagged;

    @Enumerated(EnumType.STRING)
    private HoursState state = HoursState.PENDING;

    private @Nullable Instant reviewedAt;
    private @Nullable UUID reviewedBy;
    private @Nullable UUID firstReviewedBy;
    private @Nullable String reason;
    private @Nullable Instant disputedAt;
    private @Nullable String dispute;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected HoursEntry() {}

    HoursEntry(UUID id, Volunteer volunteer, NewHours given, TimeWindow time, boolean flagged) {
        this.center = volunteer.center();
        this.id = id;
        this.volunteerId = volunteer.id();
        this.visitId = given.visit();
        this.site = volunteer.site();
        this.kind = given.kind();
        this.fromAt = time.from();
        this.toAt = time.to();
        this.minutes = whole();
        this.flagged = flagged;
    }

    void confirm(Actor reviewer, Instant now) {
        review(HoursAction.CONFIRM, HoursState.CONFIRMED, reviewer, now, null);
        minutes = whole();
    }

    /** Counts fewer minutes than were given. */
    void adjust(int counted, String why, Actor reviewer, Instant now) {
        if (counted >= whole()) {
            throw VolunteersProblem.HOURS_ADJUSTED_UPWARDS.because(whole());
        }
        review(HoursAction.ADJUST, HoursState.ADJUSTED, reviewer, now, why);
        minutes = counted;
    }

    void refuse(String why, Actor reviewer, Instant now) {
        review(HoursAction.REFUSE, HoursState.REFUSED, reviewer, now, why);
        minutes = 0;
    }

    /** The volunteer says that the review was wrong; another person will review once more. */
    void dispute(String text, Instant now) {
        HoursAction.DISPUTE.check(state);
        if (disputedAt != null || reviewedAt == null || now.isAfter(reviewedAt.plus(DISPUTED_WITHIN))) {
            throw VolunteersProblem.DISPUTE_TOO_LATE.because(DISPUTED_WITHIN.toDays());
        }
        state = HoursState.PENDING;
        minutes = whole();
        dispute = text;
        disputedAt = now;
        firstReviewedBy = reviewedBy;
        reviewedBy = null;
        reviewedAt = null;
    }

    private void review(HoursAction action, HoursState to, Actor reviewer, Instant now, @Nullable String why) {
        if (reviewer.is(volunteerId)) {
            throw VolunteersProblem.OWN_HOURS.because();
        }
        action.check(state);
        if (reviewer.is(firstReviewedBy)) {
            throw VolunteersProblem.HOURS_SAME_REVIEWER.because();
        }
        state = to;
        reviewedBy = reviewer.account();
        reviewedAt = now;
        reason = why;
    }

    private int whole() {
        return Math.toIntExact(Duration.between(fromAt, toAt).toMinutes());
    }

    UUID id() {
        return id;
    }

    UUID volunteer() {
        return volunteerId;
    }

    UUID visit() {
        return visitId;
    }

    String site() {
        return site;
    }

    HoursKind kind() {
        return kind;
    }

    TimeWindow time() {
        return new TimeWindow(fromAt, toAt);
    }

    int minutes() {
        return minutes;
    }

    boolean isFlagged() {
        return flagged;
    }

    HoursState state() {
        return state;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String dispute() {
        return dispute;
    }

    int version() {
        return version;
    }
}

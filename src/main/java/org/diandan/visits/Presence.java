package org.diandan.visits;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.diandan.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * When a volunteer came and went. The device's time counts where it was offline then; the server's is kept beside it.
 *
 * @param closed whether nobody checked out, so that the program did, at the planned end
 */
@Embeddable
record Presence(
        Instant checkedInAt,
        @Nullable Instant checkedInDeviceAt,
        @Nullable Instant checkedOutAt,
        @Nullable Instant checkedOutDeviceAt,
        @Nullable Boolean closed) {

    static Presence from(Instant now, @Nullable Instant device) {
        return new Presence(now, device, null, null, null);
    }

    /** @throws org.diandan.shared.Refused if the device says that they went before they came */
    Presence until(Instant now, @Nullable Instant device) {
        if (device != null && device.isBefore(cameAt())) {
            throw VisitsProblem.DEVICE_TIME.because();
        }
        return new Presence(checkedInAt, checkedInDeviceAt, now, device, false);
    }

    Presence closedAt(Instant plannedEnd) {
        Instant end = plannedEnd.isAfter(cameAt()) ? plannedEnd : cameAt();
        return new Presence(checkedInAt, checkedInDeviceAt, end, null, true);
    }

    Instant cameAt() {
        return checkedInDeviceAt == null ? checkedInAt : checkedInDeviceAt;
    }

    @Nullable
    Instant wentAt() {
        return checkedOutDeviceAt == null ? checkedOutAt : checkedOutDeviceAt;
    }

    /** The time given; absent while still there, or if it is nothing. */
    @Nullable
    TimeWindow given() {
        Instant went = wentAt();
        return went != null && went.isAfter(cameAt()) ? new TimeWindow(cameAt(), went) : null;
    }

    /** The time given inside the plan; absent if there is none. */
    @Nullable
    TimeWindow givenWithin(TimeWindow plan) {
        TimeWindow given = given();
        if (given == null || !given.overlaps(plan)) {
            return null;
        }
        Instant from = given.from().isBefore(plan.from()) ? plan.from() : given.from();
        Instant to = given.to().isAfter(plan.to()) ? plan.to() : given.to();
        return new TimeWindow(from, to);
    }

    boolean isClosed() {
        return Boolean.TRUE.equals(closed);
    }
}

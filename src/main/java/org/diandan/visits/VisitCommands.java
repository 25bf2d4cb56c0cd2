package org.diandan.visits;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers send with the verbs of visits and attendances, one record a verb. */
final class VisitCommands {

    private VisitCommands() {}

    /**
     * Tells that the caller is there.
     *
     * @param code six digits that the resident or clerk shows
     * @param deviceAt when the volunteer was there, if the device was offline then
     */
    public record CheckIn(
            @NotNull @Pattern(regexp = "[0-9]{6}") String code,
            @Nullable Instant deviceAt) {}

    /**
     * Tells that the caller goes.
     *
     * @param deviceAt when the volunteer went, if the device was offline then
     */
    public record CheckOut(@Nullable Instant deviceAt) {}

    public record ReportVisit(
            @NotNull VisitOutcome outcome,
            @NotBlank @Size(max = 2000) String text) {}

    /**
     * Finishes the order.
     *
     * @param text what was done: the report of the visit that is open
     */
    public record FinishOrder(@NotBlank @Size(max = 2000) String text) {}

    /** A reason out of the list for the verb, and words beside it; for {@code OTHER} the words are needed. */
    public record GiveReason(
            @NotNull AttendanceReason reason,
            @Nullable @Size(max = 2000) String text) {}

    public record ReleaseVolunteer(
            @NotNull UUID volunteer,
            @NotNull AttendanceReason reason,
            @Nullable @Size(max = 2000) String text) {}

    public record ChangeLead(@NotNull UUID volunteer) {}

    public record DisputeNoShow(@NotBlank @Size(max = 2000) String text) {}
}

package org.diandan.orders;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers send with the verbs of an order, one record a verb. Texts are what people read in the history. */
final class OrderCommands {

    private OrderCommands() {}

    /**
     * Takes an order on.
     *
     * @param checkedSimilar true when the dispatcher has looked at the similar orders and this one is another need
     */
    public record TakeOnOrder(@Nullable Boolean checkedSimilar) {}

    /** Asks the resident's side. */
    public record AskResident(@NotBlank @Size(max = 2000) String question) {}

    /** Answers what was asked. */
    public record AnswerQuestion(@NotBlank @Size(max = 2000) String answer) {}

    /** A reason out of the list for the verb, and words beside it; for {@code OTHER} the words are needed. */
    public record GiveReason(
            @NotNull Reason reason,
            @Nullable @Size(max = 2000) String text) {}

    /** Says why the refusal should be looked at again. */
    public record AppealRefusal(@NotBlank @Size(max = 2000) String text) {}

    /** Names the order that this one repeats. */
    public record MergeOrder(@NotNull UUID into) {}

    /**
     * Sends an order to another Center.
     *
     * @param site the code of a site of the other Center
     */
    public record TransferOrder(
            @NotNull @Pattern(regexp = "[0-9]{6}([0-9]{3}([0-9]{3})?)?(-[0-9]{3})?")
            String site,

            @NotNull Reason reason,
            @Nullable @Size(max = 2000) String text) {}

    /**
     * Agrees to the planned visits.
     *
     * @param heardFrom whom the clerk heard agree; needed from a clerk
     */
    public record AgreeTime(@Nullable @Size(max = 100) String heardFrom) {}

    /**
     * Puts an order on hold.
     *
     * @param reviewOn the day of the next look, at most 30 days ahead
     */
    public record HoldOrder(
            @NotNull Reason reason,
            @Nullable @Size(max = 2000) String text,
            @NotNull LocalDate reviewOn) {}

    /**
     * Begins a new round.
     *
     * @param sameTeam false when the resident does not want the team of the last round again
     */
    public record ReopenOrder(
            @NotNull Reason reason,
            @Nullable @Size(max = 2000) String text,
            @Nullable Boolean sameTeam) {}

    /** Names the expert who prepares. */
    public record AssignExpert(@NotNull UUID expert) {}

    /** An internal note. */
    public record WriteNote(@NotBlank @Size(max = 2000) String text) {}
}

package org.diandan.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.residents.Circumstance;
import org.diandan.shared.Choice;
import org.diandan.shared.TimeWindow;
import org.diandan.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * An order as one caller may see it.
 *
 * @param need in the words of who ordered; absent for those who see no more than the state
 * @param whom whom the resident would like to come, and for the chain and the resident's side also which teams not
 * @param orderedFor the resident served, masked unless the caller may see contact data
 * @param orderedBy the part by which it was placed: CLERK tells that somebody typed it for the resident
 * @param original state of the order that this one was merged into
 * @param actions the verbs that the caller may use now
 */
public record OrderView(
        UUID id,
        String number,
        Choice state,
        int round,
        int version,
        Choice service,
        Choice site,
        Urgency urgency,
        Channel channel,
        @Nullable String need,
        @Nullable Map<String, Object> answers,
        @Nullable TimeWindow wished,
        @Nullable Whom whom,
        Served orderedFor,
        By orderedBy,
        @Nullable Choice team,
        boolean timeAgreed,
        @Nullable List<PlannedVisit> plannedVisits,
        @Nullable Choice original,
        @Nullable UUID mergedInto,
        @Nullable UUID transferredFrom,
        @Nullable UUID transferredTo,
        @Nullable LocalDate reviewOn,
        @Nullable RatingView rating,
        @Nullable RatingResult result,
        @Nullable Instant reopenableUntil,
        Instant dueAt,
        Instant createdAt,
        Instant changedAt,
        List<OrderAction> actions)
        implements Resource {

    /**
     * The resident served.
     *
     * @param masked true where name, phone and address are cut short for this caller
     * @param circumstances absent unless the caller may see contact data and the service needs them
     */
    public record Served(
            UUID resident,
            String name,
            @Nullable String phone,
            @Nullable String address,
            boolean masked,
            @Nullable Set<Circumstance> circumstances) {}

    /**
     * Who placed the order.
     *
     * @param name of the clerk or dispatcher, for the chain's staff; absent for others
     */
    public record By(Part part, @Nullable String name) {}

    /** What was said of the present round. */
    public record RatingView(int score, @Nullable String words, Part by, Instant changedAt) {}

    @Override
    public String path() {
        return "/orders/" + id;
    }
}

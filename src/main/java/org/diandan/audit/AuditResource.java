package org.diandan.audit;

import static org.diandan.shared.Role.Names.AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.diandan.http.Cursor;
import org.diandan.http.Cursors;
import org.diandan.http.Language;
import org.diandan.shared.Area;
import org.diandan.shared.Caller;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/audit")
@Tag(name = "audit")
@RolesAllowed(AUDITOR)
class AuditResource {

    private final AuditReading reading;
    private final Cursors cursors;
    private final Caller caller;
    private final Language language;
    private final Clock clock;

    AuditResource(AuditReading reading, Cursors cursors, Caller caller, Language language, Clock clock) {
        this.reading = reading;
        this.cursors = cursors;
        this.caller = caller;
        this.language = language;
        this.clock = clock;
    }

    @GET
    @Path("looks")
    @Operation(
            operationId = "listLooks",
            summary =
                    "Who saw whose contact data, address or circumstances in full, within the caller's areas: at most 31"
                            + " days at once, the last ones if none are named; by Center, in each the newest first")
    public Page<LookLine> looks(
            @RestQuery @Nullable Area area,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to,
            @RestQuery @Nullable UUID by,
            @RestQuery @Nullable @Size(max = 80) String about,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        var question = AuditQuestion.of(from, to, by, about, clock.instant());
        return page(Entry.Kind.LOOK, area, question, cursors.decode(cursor), limit, LookLine::of);
    }

    @GET
    @Path("decisions")
    @Operation(
            operationId = "listDecisions",
            summary =
                    "Who decided what within the caller's areas: at most 31 days at once, the last ones if none are named;"
                            + " by Center, in each the newest first")
    public Page<DecisionLine> decisions(
            @RestQuery @Nullable Area area,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable Instant to,
            @RestQuery @Nullable UUID by,
            @RestQuery @Nullable @Size(max = 80) String about,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        var question = AuditQuestion.of(from, to, by, about, clock.instant());
        return page(
                Entry.Kind.DECISION,
                area,
                question,
                cursors.decode(cursor),
                limit,
                entry -> DecisionLine.of(entry, language.locale()));
    }

    @GET
    @Path("seals")
    @Operation(operationId = "listSeals", summary = "The seals of a Center in the caller's areas, the newest first")
    public Page<SealLine> seals(
            @RestQuery @NotNull @Pattern(regexp = "[0-9]{6}") String center,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        boolean touched = caller.scope().areas(Role.AUDITOR).stream()
                .anyMatch(area -> area.covers(center) || new Area(center).covers(area.code()));
        if (!touched) {
            throw AuditProblem.AREA_FOREIGN.because(center);
        }
        Cursor after = cursors.decode(cursor);
        List<Seal> seals = reading.seals(center, after.isStart() ? Long.MAX_VALUE : after.number(0), limit);
        return Page.of(seals.stream().map(SealLine::of).toList(), limit, line -> cursors.encode(line.number()));
    }

    private <T> Page<T> page(
            Entry.Kind kind,
            @Nullable Area area,
            AuditQuestion question,
            Cursor after,
            int limit,
            Function<Entry, T> line) {
        List<Entry> found = reading.entries(kind, areas(area), question, after, limit);
        var page = Page.of(found, limit, entry -> cursors.encode(entry.center(), entry.id()));
        return new Page<>(page.items().stream().map(line).toList(), page.next());
    }

    /** The caller's areas, or the one that was asked for if it lies in one of them. */
    private Set<Area> areas(@Nullable Area asked) {
        Set<Area> own = caller.scope().areas(Role.AUDITOR);
        if (asked == null) {
            return own;
        }
        if (own.stream().noneMatch(area -> area.covers(asked.code()))) {
            throw AuditProblem.AREA_FOREIGN.because(asked.code());
        }
        return Set.of(asked);
    }
}

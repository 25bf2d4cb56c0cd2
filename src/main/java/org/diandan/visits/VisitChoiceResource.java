package org.diandan.visits;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.diandan.http.Language;
import org.diandan.shared.Choice;
import org.diandan.shared.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What people choose from when they use the verbs of a visit, in both languages. */
@Path("/")
@Tag(name = "visits")
class VisitChoiceResource {

    private final Language language;

    VisitChoiceResource(Language language) {
        this.language = language;
    }

    @GET
    @Path("attendance-reasons")
    @PermitAll
    @Operation(
            operationId = "listAttendanceReasons",
            summary = "The reasons that a verb of an attendance takes, or all")
    public List<Choice> reasons(@RestQuery @Nullable AttendanceAction action) {
        return Arrays.stream(AttendanceReason.values())
                .filter(reason -> action == null || reason.isFor(action))
                .map(reason -> new Choice(reason.name(), Texts.of(reason, language.locale())))
                .toList();
    }

    @GET
    @Path("visit-states")
    @PermitAll
    @Operation(operationId = "listVisitStates", summary = "Where a visit can stand")
    public List<Choice> states() {
        return Choice.of(VisitState.class, language.locale());
    }

    @GET
    @Path("visit-outcomes")
    @PermitAll
    @Operation(operationId = "listVisitOutcomes", summary = "How a visit can end")
    public List<Choice> outcomes() {
        return Choice.of(VisitOutcome.class, language.locale());
    }

    @GET
    @Path("attendance-states")
    @PermitAll
    @Operation(operationId = "listAttendanceStates", summary = "Where a volunteer's attendance can stand")
    public List<Choice> attendanceStates() {
        return Choice.of(AttendanceState.class, language.locale());
    }
}

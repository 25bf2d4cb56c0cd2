package org.diandan.tasks;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.diandan.http.Language;
import org.diandan.shared.Choice;
import org.diandan.shared.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/task-kinds")
@Tag(name = "tasks")
class TaskKindResource {

    private final Language language;

    TaskKindResource(Language language) {
        this.language = language;
    }

    /** A kind of task, with how it can end. */
    record TaskKindLine(String code, String text, List<Choice> outcomes) {

        private static TaskKindLine of(TaskKind kind, Locale language) {
            return new TaskKindLine(
                    kind.name(),
                    Texts.of(kind, language),
                    kind.outcomes().stream()
                            .map(outcome -> new Choice(outcome.name(), Texts.of(outcome, language)))
                            .toList());
        }
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listTaskKinds",
            summary = "Lists the kinds of task, and how each can end, in the caller's language")
    public List<TaskKindLine> list() {
        return Arrays.stream(TaskKind.values())
                .map(kind -> TaskKindLine.of(kind, language.locale()))
                .toList();
    }
}

package org.diandan.tasks;

import static org.diandan.shared.Role.Names.CLERK;
import static org.diandan.shared.Role.Names.DISPATCHER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/tasks")
@Tag(name = "tasks")
class TaskResource {

    private final TaskDesk desk;

    TaskResource(TaskDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({CLERK, DISPATCHER})
    @Operation(
            operationId = "listTasks",
            summary =
                    "Lists the tasks of the caller's areas: open ones, the most pressing first; ended ones, the latest first")
    public Page<TaskLine> list(
            @RestQuery @Nullable TaskKind kind,
            @RestQuery @Nullable TaskState state,
            @RestQuery @DefaultValue("false") boolean mine,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.list(kind, state, mine, cursor, limit);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({CLERK, DISPATCHER})
    @Operation(operationId = "getTask", summary = "Shows a task")
    public TaskView see(@RestPath UUID id) {
        return desk.see(id);
    }

    @POST
    @Path("{id}/take")
    @RolesAllowed({CLERK, DISPATCHER})
    @Idempotent
    @Operation(operationId = "takeTask", summary = "Tells the others that the caller does a task")
    public TaskView take(@RestPath UUID id) {
        return desk.take(id);
    }

    @POST
    @Path("{id}/done")
    @RolesAllowed({CLERK, DISPATCHER})
    @Idempotent
    @Operation(operationId = "finishTask", summary = "Ends a task and tells how")
    public TaskView finish(@RestPath UUID id, @Valid FinishTask request) {
        return desk.finish(id, request);
    }
}

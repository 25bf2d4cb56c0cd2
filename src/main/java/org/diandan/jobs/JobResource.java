package org.diandan.jobs;

import io.quarkus.security.Authenticated;
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

/** Long work over HTTP: how far it is, and a way to stop it. */
@Path("/jobs")
@Tag(name = "jobs")
class JobResource {

    private final JobDesk desk;

    JobResource(JobDesk desk) {
        this.desk = desk;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listJobs", summary = "The long work that the caller asked for, the latest first")
    public Page<JobView> mine(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.mine(cursor, limit);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(
            operationId = "getJob",
            summary = "How far a job is, and its result or problem; for who asked and the dispatchers of its Center")
    public JobView see(@RestPath UUID id) {
        return desk.see(id);
    }

    @POST
    @Path("{id}/cancel")
    @Authenticated
    @Idempotent
    @Operation(
            operationId = "cancelJob",
            summary = "Stops a job: at once while it waits, else as soon as it can; what it has done stays done")
    public JobView cancel(@RestPath UUID id) {
        return desk.cancel(id);
    }
}

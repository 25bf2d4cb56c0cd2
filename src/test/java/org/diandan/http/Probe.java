package org.diandan.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.diandan.shared.Area;
import org.diandan.shared.Ids;
import org.diandan.shared.LastWrites;
import org.diandan.shared.Page;
import org.diandan.shared.Role;
import org.diandan.shared.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Endpoints that do nothing but go through the pipes; they exist in tests alone and are not in the contract. */
@Path("/probe")
@NullMarked
class Probe {

    /** What the replay check of the probes no longer shows. */
    static final Set<String> HIDDEN = ConcurrentHashMap.newKeySet();

    /** Who calls the probe that waits is kept until the test gives a permit. */
    static final Semaphore GATE = new Semaphore(0);

    /** One for each that the gate let through. */
    static final Semaphore PASSED = new Semaphore(0);

    @Inject
    Ids ids;

    @Inject
    EntityManager database;

    @Inject
    LastWrites writes;

    @Inject
    IfMatch ifMatch;

    @Inject
    Cursors cursors;

    record Part(@NotBlank String name, @Nullable Double weight) {}

    record MakeProbe(
            @Size(max = 20) String name,
            int count,
            Urgency urgency,
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable Area area,
            @Nullable UUID friend,
            List<@NotBlank String> tags,
            List<@Valid Part> parts,
            @Nullable Map<String, String> answers) {}

    record ProbeView(UUID id, String name, int tags, int version) implements Resource {
        @Override
        public String path() {
            return "/probe/" + id;
        }
    }

    @POST
    @Authenticated
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "makeProbe", hidden = true)
    public ProbeView make(@Valid MakeProbe request) throws InterruptedException {
        UUID id = ids.of("371625");
        record(id);
        Thread.sleep(request.count());
        return new ProbeView(id, request.name(), request.tags().size(), 0);
    }

    @POST
    @Path("refused")
    @Authenticated
    @Idempotent
    @Operation(operationId = "refuseProbe", hidden = true)
    public ProbeView refuse() {
        UUID id = ids.of("371625");
        record(id);
        throw HttpProblem.LOST_RACE.because().with("probe", id);
    }

    @POST
    @Path("nothing")
    @Authenticated
    @Idempotent
    @Operation(operationId = "touchProbe", hidden = true)
    public void touch() {
        record(ids.of("371625"));
    }

    @POST
    @Path("picture")
    @PermitAll
    @Consumes("image/png")
    @Operation(operationId = "showProbe", hidden = true)
    public void picture(byte[] bytes) {}

    @GET
    @PermitAll
    @Operation(operationId = "listProbes", hidden = true)
    public Page<String> list(
            @RestQuery @Nullable Urgency urgency,
            @RestQuery @Nullable UUID friend,
            @RestQuery @Nullable Instant since,
            @RestQuery @Nullable LocalDate on,
            @RestQuery @Nullable Area area,
            @RestQuery @Nullable Boolean open,
            @RestQuery List<Urgency> several,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        Cursor after = cursors.decode(cursor);
        String from = after.isStart() ? "start" : after.instant(0) + " " + after.uuid(1) + " " + after.text(2);
        return new Page<>(List.of(from), cursors.encode(Instant.EPOCH, new UUID(1, 2), "丽水\n"));
    }

    record ProbeFilter(
            @RestQuery @Nullable Urgency urgency,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {}

    @GET
    @Path("filtered")
    @PermitAll
    @Operation(operationId = "filterProbes", hidden = true)
    public Page<String> filtered(@Valid @BeanParam ProbeFilter filter) {
        return new Page<>(List.of(String.valueOf(filter.urgency())), null);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "readProbe", hidden = true)
    public ProbeView read(@RestPath UUID id) {
        return new ProbeView(id, "read", 0, 3);
    }

    @PUT
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "changeProbe", hidden = true)
    public ProbeView change(@RestPath UUID id, Part part) {
        ifMatch.check(3);
        return new ProbeView(id, part.name(), 0, 4);
    }

    @POST
    @Path("{id}/move")
    @PermitAll
    @Operation(operationId = "moveProbe", hidden = true)
    public ProbeView move(@RestPath UUID id) {
        ifMatch.check(3);
        return new ProbeView(id, "moved", 0, 4);
    }

    @GET
    @Path("admin")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(operationId = "adminProbe", hidden = true)
    public Map<String, String> admin() {
        return Map.of("you", "may");
    }

    @GET
    @Path("broken/{how}")
    @PermitAll
    @Transactional
    @Operation(operationId = "breakProbe", hidden = true)
    public Map<String, String> fail(@RestPath String how) throws SQLException {
        switch (how) {
            case "secret" -> throw new IllegalStateException("secret-canary");
            case "optimistic" -> throw new OptimisticLockException("secret-canary");
            case "deadlock" -> throw new SQLException("secret-canary", "40P01");
            case "away" -> throw new SQLException("secret-canary", "08006");
            case "disk" -> throw new SQLException("secret-canary", "53100");
            case "check" -> throw new SQLException("secret-canary", "23514");
            case "slow" -> database.createNativeQuery("select pg_sleep(10)").getSingleResult();
            case "slow-end" ->
                writes.add(
                        "insert into timer (center, subject, kind, due_at) select ?, gen_random_uuid(), 'test.late', now() from pg_sleep(10)",
                        "371625");
            default -> throw HttpProblem.NOT_FOUND.because();
        }
        return Map.of();
    }

    @GET
    @Path("reading")
    @PermitAll
    @Transactional
    @Operation(operationId = "askDatabaseOfProbe", hidden = true)
    public Map<String, String> read() {
        database.createNativeQuery("select 1").getSingleResult();
        return Map.of();
    }

    @GET
    @Path("waiting")
    @PermitAll
    @Operation(operationId = "waitAtProbe", hidden = true)
    public Map<String, String> waitForTheTest() throws InterruptedException {
        if (!GATE.tryAcquire(20, TimeUnit.SECONDS)) {
            return Map.of("gate", "closed");
        }
        PASSED.release();
        return Map.of();
    }

    private void record(UUID id) {
        database.createNativeQuery(
                        "insert into shared_secret (center, name, secret, created_at) values ('371625', ?, '', now())")
                .setParameter(1, "probe " + id)
                .executeUpdate();
    }
}

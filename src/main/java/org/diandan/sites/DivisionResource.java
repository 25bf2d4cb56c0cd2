package org.diandan.sites;

import static org.diandan.shared.Role.Names.ADMIN;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.diandan.http.Cursors;
import org.diandan.http.HttpProblem;
import org.diandan.http.Idempotent;
import org.diandan.http.Language;
import org.diandan.shared.Area;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/divisions")
@Tag(name = "sites")
class DivisionResource {

    private final Divisions divisions;
    private final DivisionImport imports;
    private final Cursors cursors;
    private final Language language;

    DivisionResource(Divisions divisions, DivisionImport imports, Cursors cursors, Language language) {
        this.divisions = divisions;
        this.imports = imports;
        this.cursors = cursors;
        this.language = language;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listDivisions",
            summary = "Lists divisions by code, or by name those whose name begins with q")
    public Page<DivisionLine> list(
            @RestQuery @Nullable Area parent,
            @RestQuery @Nullable DivisionLevel level,
            @RestQuery @Nullable @Size(min = 1, max = 60) String q,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        return Page.of(
                divisions.list(parent == null ? null : parent.code(), level, q, cursors.decode(cursor), limit),
                limit,
                line -> cursors.encode(line.name(), line.code()));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(operationId = "readDivision", summary = "Shows a division, what lies above it and its former names")
    public DivisionView read(@RestPath String code) {
        return divisions.find(code).orElseThrow(HttpProblem.NOT_FOUND::because);
    }

    @POST
    @Path("imports")
    @Consumes("text/csv")
    @RolesAllowed(ADMIN)
    @Idempotent
    @Operation(
            operationId = "importDivisions",
            summary = "Imports divisions from a file, all or none",
            description =
                    "The columns are code,name,level,parent in UTF-8. Name the area that the file holds whole, and "
                            + "its divisions that the file lacks end today; without it nothing ends. More than 1 MiB comes in "
                            + "several files, one for each prefecture.")
    public DivisionChanges bringIn(String file, @RestQuery @Nullable Area within) {
        return imports.run(file, within, language.locale());
    }
}

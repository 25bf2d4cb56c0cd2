package org.diandan.residents;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.diandan.http.Language;
import org.diandan.shared.Choice;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/circumstances")
@Tag(name = "residents")
class CircumstanceResource {

    private final Language language;

    CircumstanceResource(Language language) {
        this.language = language;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCircumstances", summary = "Circumstances that a resident may be in")
    public Page<Choice> list() {
        return new Page<>(Choice.of(Circumstance.class, language.locale()), null);
    }
}

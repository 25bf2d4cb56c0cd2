package org.diandan.residents;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.diandan.http.Language;
import org.diandan.shared.Choice;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/relations")
@Tag(name = "residents")
class RelationResource {

    private final Language language;

    RelationResource(Language language) {
        this.language = language;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listRelations", summary = "What a proxy may be to a resident")
    public Page<Choice> list() {
        return new Page<>(Choice.of(Relation.class, language.locale()), null);
    }
}

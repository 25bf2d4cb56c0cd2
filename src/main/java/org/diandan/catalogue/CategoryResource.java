package org.diandan.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.diandan.http.Language;
import org.diandan.shared.Choice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/categories")
@Tag(name = "catalogue")
class CategoryResource {

    private final Catalogue catalogue;
    private final Language language;

    CategoryResource(Catalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCategories", summary = "Lists the categories of services and teams")
    public List<Choice> list() {
        return catalogue.categories().stream()
                .map(category -> ServiceView.choice(category, language.locale()))
                .toList();
    }
}

package org.diandan.residents;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.diandan.http.Language;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/consents")
@Tag(name = "residents")
class ConsentResource {

    private final Language language;

    ConsentResource(Language language) {
        this.language = language;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listConsentTexts", summary = "What is read to residents before they agree")
    public Page<ConsentText> list() {
        return new Page<>(ConsentText.all(language.locale()), null);
    }
}

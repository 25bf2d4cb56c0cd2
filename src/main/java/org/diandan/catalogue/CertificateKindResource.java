package org.diandan.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.diandan.http.Language;
import org.diandan.shared.Choice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/certificate-kinds")
@Tag(name = "catalogue")
class CertificateKindResource {

    private final Catalogue catalogue;
    private final Language language;

    CertificateKindResource(Catalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCertificateKinds", summary = "Lists the kinds of certificates that services ask for")
    public List<Choice> list() {
        return catalogue.certificateKinds().stream()
                .map(kind -> new Choice(kind.code(), kind.name().in(language.locale())))
                .toList();
    }
}

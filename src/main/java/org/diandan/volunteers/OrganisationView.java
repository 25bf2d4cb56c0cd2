package org.diandan.volunteers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.diandan.http.Resource;

/** An organisation. */
record OrganisationView(
        UUID id,
        OrganisationKind kind,
        String name,
        String site,
        @JsonIgnore int version) implements Resource {

    static OrganisationView of(Organisation organisation) {
        return new OrganisationView(
                organisation.id(),
                organisation.kind(),
                organisation.name(),
                organisation.site(),
                organisation.version());
    }

    @Override
    public String path() {
        return "/organisations/" + id;
    }
}

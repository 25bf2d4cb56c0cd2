package org.diandan.volunteers;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.diandan.shared.Area;

/** A volunteer service organisation (志愿服务组织) or another body whose people form teams. */
@Entity
@IdClass(Key.class)
class Organisation {
    @Id
    private String center;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private String name;
    private String site;
    private Instant madeAt;
    private UUID madeBy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    Organisation(UUID id, MakeOrganisation asked, UUID dispatcher, Instant now) {
        this.center = Area.centerOf(asked.site());
        this.id = id;
        this.kind = asked.kind();
        this.name = asked.name();
        this.site = asked.site();
        this.madeAt = now;
        this.madeBy = dispatcher;
    }

    UUID id() {
        return id;
    }

    OrganisationKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String site() {
        return site;
    }

    Instant madeAt() {
        return madeAt;
    }

    /** Who answers for it. */
    UUID madeBy() {
        return madeBy;
    }

    int version() {
        return version;
    }
}

package org.diandan.sites;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A site as it is kept. */
@Entity
@Table(name = "site")
@IdClass(SiteKey.class)
class SiteRow {

    @Id
    private String center;

    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    private Level level;

    private String name;

    private @Nullable String parent;

    @Enumerated(EnumType.STRING)
    private OperatingMode mode;

    @SuppressWarnings("UnusedVariable") // read by a projection of Sites
    private @Nullable String zone;

    private @Nullable String address;

    private @Nullable String opening;

    private Instant openedAt;

    @Version
    private int version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected SiteRow() {}

    /**
     * A new site in normal mode.
     *
     * @param zone of a Center alone
     */
    SiteRow(
            String code,
            String name,
            @Nullable String zone,
            @Nullable String address,
            @Nullable String opening,
            Instant now) {
        this.center = code.substring(0, 6);
        this.code = code;
        this.level = Level.of(code);
        this.name = name;
        this.parent = level == Level.CENTER ? null : Level.above(code);
        this.mode = OperatingMode.NORMAL;
        this.zone = zone;
        this.address = address;
        this.opening = opening;
        this.openedAt = now;
    }

    /** Changes what is given. */
    void change(ChangeSite request) {
        name = request.name() == null ? name : request.name();
        mode = request.mode() == null ? mode : request.mode();
        address = request.address() == null ? address : request.address();
        opening = request.opening() == null ? opening : request.opening();
    }

    String code() {
        return code;
    }

    Level level() {
        return level;
    }

    String name() {
        return name;
    }

    @Nullable
    String parent() {
        return parent;
    }

    OperatingMode mode() {
        return mode;
    }

    @Nullable
    String address() {
        return address;
    }

    @Nullable
    String opening() {
        return opening;
    }

    Instant openedAt() {
        return openedAt;
    }

    int version() {
        return version;
    }
}

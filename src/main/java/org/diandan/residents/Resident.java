package org.diandan.residents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person served. Written by hand or from the person's own account when first needed. */
@Entity
@Table(name = "resident")
@IdClass(ResidentKey.class)
class Resident {

    @Id
    private String center;

    @Id
    private UUID id;

    @Nullable
    private UUID account;

    private String site;

    private String name;

    @Nullable
    private String phone;

    @Nullable
    private String address;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    Resident() {}

    /** Corrects what is given and leaves what is not. */
    void correct(
            @Nullable String newSite,
            @Nullable String newName,
            @Nullable String newPhone,
            @Nullable String newAddress) {
        site = newSite == null ? site : newSite;
        name = newName == null ? name : newName;
        phone = newPhone == null ? phone : newPhone;
        address = newAddress == null ? address : newAddress;
    }

    boolean isOf(@Nullable UUID someone) {
        return account != null && account.equals(someone);
    }

    @Nullable
    UUID account() {
        return account;
    }

    UUID id() {
        return id;
    }

    String center() {
        return center;
    }

    String site() {
        return site;
    }

    String name() {
        return name;
    }

    @Nullable
    String phone() {
        return phone;
    }

    @Nullable
    String address() {
        return address;
    }

    int version() {
        return version;
    }
}

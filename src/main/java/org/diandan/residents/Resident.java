package org.diandan.residents;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.diandan.keys.Keys;
import org.diandan.keys.SealedColumn;
import org.diandan.keys.SealedText;
import org.jspecify.annotations.Nullable;

/** A person served. Written by hand or from the person's own account when first needed. */
@Entity
@Table(name = "resident")
@IdClass(ResidentKey.class)
class Resident {

    /** How somebody is called who is forgotten. */
    private static final String FORGOTTEN = "已删除";

    @Id
    private String center;

    @Id
    private UUID id;

    @Nullable
    private UUID account;

    private String site;

    private String name;

    @Nullable
    @Convert(converter = PhoneColumn.class)
    private String phone;

    /** By which the phone is found, which is sealed. */
    @SuppressWarnings("UnusedVariable") // It is the database that reads it.
    private byte @Nullable [] phoneMark;

    @Nullable
    @Convert(converter = AddressColumn.class)
    private String address;

    @Column(updatable = false)
    private Instant createdAt;

    @Nullable
    private Instant forgottenAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    Resident() {}

    /** Corrects what is given and leaves what is not. */
    void correct(@Nullable String newSite, @Nullable String newName, @Nullable String newAddress) {
        site = newSite == null ? site : newSite;
        name = newName == null ? name : newName;
        address = newAddress == null ? address : newAddress;
    }

    /** @param mark of this phone, by which the resident is found from now on */
    void reachedBy(String newPhone, byte[] mark) {
        phone = newPhone;
        phoneMark = mark;
    }

    /** Loses what tells who it was; orders go on naming the id, which is nobody's any more. */
    void forget(Instant now) {
        name = FORGOTTEN;
        phone = null;
        phoneMark = null;
        address = null;
        account = null;
        forgottenAt = now;
    }

    boolean isForgotten() {
        return forgottenAt != null;
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

    @Converter
    @Singleton
    static class PhoneColumn extends SealedText {

        PhoneColumn(Instance<Keys> keys) {
            super(SealedColumn.RESIDENT_PHONE, keys);
        }
    }

    @Converter
    @Singleton
    static class AddressColumn extends SealedText {

        AddressColumn(Instance<Keys> keys) {
            super(SealedColumn.RESIDENT_ADDRESS, keys);
        }
    }
}

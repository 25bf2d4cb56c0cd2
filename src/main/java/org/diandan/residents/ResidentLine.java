package org.diandan.residents;

import java.util.UUID;
import org.diandan.shared.Masked;
import org.jspecify.annotations.Nullable;

/** A resident in a list: enough to recognise, not to know. */
record ResidentLine(
        UUID id,
        String site,
        String name,
        @Nullable String phone,
        @Nullable String address) {

    static ResidentLine of(UUID id, String site, String name, @Nullable String phone, @Nullable String address) {
        return new ResidentLine(
                id,
                site,
                Masked.name(name),
                phone == null ? null : Masked.phone(phone),
                address == null ? null : Masked.address(address));
    }
}

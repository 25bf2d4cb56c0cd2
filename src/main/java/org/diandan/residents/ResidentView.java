package org.diandan.residents;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Masked;
import org.jspecify.annotations.Nullable;

/**
 * A resident, as the caller may see them.
 *
 * @param masked whether name, phone and address are shortened
 * @param circumstances absent where the caller may not see them
 */
record ResidentView(
        UUID id,
        String site,
        String name,
        @Nullable String phone,
        @Nullable String address,
        boolean masked,
        @Nullable List<Circumstance> circumstances,
        List<ResidentAction> actions,
        int version)
        implements Resource {

    static ResidentView of(Resident resident, Standpoint from, Set<Circumstance> circumstances) {
        @Nullable String phone = resident.phone();
        @Nullable String address = resident.address();
        return from.isFull()
                ? new ResidentView(
                        resident.id(),
                        resident.site(),
                        resident.name(),
                        phone,
                        address,
                        false,
                        circumstances.stream().sorted().toList(),
                        from.actions(),
                        resident.version())
                : new ResidentView(
                        resident.id(),
                        resident.site(),
                        Masked.name(resident.name()),
                        phone == null ? null : Masked.phone(phone),
                        address == null ? null : Masked.address(address),
                        true,
                        null,
                        from.actions(),
                        resident.version());
    }

    @Override
    public String path() {
        return "/residents/" + id;
    }
}

package org.diandan.residents;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.diandan.audit.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a resident is called, reached and found, in full: only for those who may see it.
 *
 * @param phone absent only for someone who has an account without one
 */
public record Contact(
        String name, @Nullable String phone, @Nullable String address) {

    /**
     * What whoever is shown this sees, for the audit.
     *
     * @param circumstances what is shown with it
     */
    public Set<Field> fields(@Nullable Collection<Circumstance> circumstances) {
        var fields = EnumSet.of(Field.NAME);
        if (phone != null) {
            fields.add(Field.PHONE);
        }
        if (address != null) {
            fields.add(Field.ADDRESS);
        }
        if (circumstances != null && !circumstances.isEmpty()) {
            fields.add(Field.CIRCUMSTANCES);
        }
        return fields;
    }
}

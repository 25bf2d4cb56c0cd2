package org.diandan.identity;

import jakarta.validation.constraints.Size;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is granted a role.
 *
 * @param scope the site's code for CLERK, DISPATCHER and AUDITOR; absent for ADMIN
 */
record GrantRole(Role role, @Nullable @Size(max = 40) String scope) {

    Grant grant() {
        return new Grant(role, scope == null ? "" : scope);
    }
}

package org.diandan.identity;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to come and work here.
 *
 * @param name what their account is called if they have none yet
 * @param phone where the invitation is sent
 * @param scope the site's code for CLERK, DISPATCHER and AUDITOR; absent for ADMIN
 */
record Invite(
        @Pattern(regexp = OpenAccount.NAME) @Size(max = 60) String name,
        @Pattern(regexp = AskForCode.PHONE) String phone,
        Role role,
        @Nullable @Size(max = 40) String scope) {

    Grant grant() {
        return new GrantRole(role, scope).grant();
    }
}

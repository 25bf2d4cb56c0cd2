package org.diandan.identity;

import org.diandan.shared.Role;
import org.diandan.shared.Scope.Grant;

/**
 * One role within one scope.
 *
 * @param scope empty, a team's id, or a site's code
 */
record GrantView(Role role, String scope) {

    static GrantView of(Grant grant) {
        return new GrantView(grant.role(), grant.scope());
    }
}

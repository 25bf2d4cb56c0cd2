package org.diandan.identity;

import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Scope;
import org.diandan.shared.Scope.Grant;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own account.
 *
 * @param center the home Center
 * @param secondFactor whether a second factor is shown, or needed before grants as dispatcher or administrator hold
 * @param wechat whether a WeChat is bound that signs in to it
 * @param centers all Centers in which the caller has something to do
 */
record MeView(
        UUID id,
        String center,
        String name,
        @Nullable String phone,
        List<GrantView> grants,
        List<String> centers,
        SecondFactorState secondFactor,
        boolean wechat,
        int version)
        implements Resource {

    static MeView of(Account account, List<Grant> grants, SecondFactorState secondFactor, boolean wechat) {
        var centers = new Scope(account.id(), grants).centers();
        return new MeView(
                account.id(),
                account.center(),
                account.name(),
                account.phone(),
                grants.stream().map(GrantView::of).toList(),
                centers.stream().sorted().toList(),
                secondFactor,
                wechat,
                account.version());
    }

    @Override
    public String path() {
        return "/me";
    }
}

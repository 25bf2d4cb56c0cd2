package org.diandan.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Resource;
import org.diandan.shared.Scope.Grant;
import org.jspecify.annotations.Nullable;

/**
 * An account as those who are responsible for it see it.
 *
 * @param stateReason why it was suspended or reopened the last time
 * @param grants those that the caller may see
 */
record AccountView(
        UUID id,
        String center,
        String name,
        @Nullable String phone,
        AccountState state,
        @Nullable String stateReason,
        Instant createdAt,
        List<GrantView> grants,
        List<AccountAction> actions,
        int version)
        implements Resource {

    static AccountView of(Account account, List<Grant> visible, List<AccountAction> actions) {
        return new AccountView(
                account.id(),
                account.center(),
                account.name(),
                account.phone(),
                account.state(),
                account.stateReason(),
                account.createdAt(),
                visible.stream().map(GrantView::of).toList(),
                actions,
                account.version());
    }

    @Override
    public String path() {
        return "/accounts/" + id;
    }
}

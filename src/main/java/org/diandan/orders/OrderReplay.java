package org.diandan.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diandan.http.ReplayCheck;
import org.diandan.identity.CurrentUser;

/** An answer that was given before is given again only to whom the order still exists for. */
@ApplicationScoped
class OrderReplay implements ReplayCheck {

    private static final Pattern PATH = Pattern.compile("/orders/([0-9a-f-]{36})(/.*)?");

    private final Parties parties;
    private final CurrentUser user;

    OrderReplay(Parties parties, CurrentUser user) {
        this.parties = parties;
        this.user = user;
    }

    @Override
    public boolean knows(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public boolean isVisible(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches()
                && !parties.parts(UUID.fromString(matcher.group(1)), user.scope())
                        .isEmpty();
    }
}

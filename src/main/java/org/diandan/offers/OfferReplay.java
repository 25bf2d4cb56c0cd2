package org.diandan.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diandan.http.ReplayCheck;
import org.diandan.shared.Refused;

/** An answer that was given before is given again only to whom the offer still exists for. */
@ApplicationScoped
class OfferReplay implements ReplayCheck {

    private static final Pattern PATH = Pattern.compile("/offers/([0-9a-f-]{36})");

    private final OfferAccess access;

    OfferReplay(OfferAccess access) {
        this.access = access;
    }

    @Override
    public boolean knows(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public boolean isVisible(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return false;
        }
        try {
            access.read(UUID.fromString(matcher.group(1)));
            return true;
        } catch (Refused invisible) {
            return false;
        }
    }
}

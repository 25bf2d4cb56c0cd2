package org.diandan.visits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diandan.http.ReplayCheck;
import org.diandan.shared.Refused;

/** An answer that was given before is given again only to whom the visit or attendance still exists for. */
@ApplicationScoped
class VisitReplay implements ReplayCheck {

    private static final Pattern PATH = Pattern.compile("/(visits|attendances)/([0-9a-f-]{36})");

    private final VisitReading reading;

    VisitReplay(VisitReading reading) {
        this.reading = reading;
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
        UUID id = UUID.fromString(matcher.group(2));
        try {
            if (matcher.group(1).equals("visits")) {
                reading.get(id);
            } else {
                reading.attendance(id);
            }
            return true;
        } catch (Refused invisible) {
            return false;
        }
    }
}

package org.diandan.visits;

import jakarta.inject.Singleton;
import java.util.Map;
import org.diandan.http.ReplayCheck;

/** An earlier answer about a visit or an attendance is for those for whom it exists now. */
@Singleton
class VisitReplayCheck implements ReplayCheck {

    private final VisitReading reading;

    VisitReplayCheck(VisitReading reading) {
        this.reading = reading;
    }

    @Override
    public Map<String, Look> looks() {
        return Map.of(
                "/visits/{}", ids -> reading.get(ids.get(0)),
                "/attendances/{}", ids -> reading.attendance(ids.get(0)));
    }
}

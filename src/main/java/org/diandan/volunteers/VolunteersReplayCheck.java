package org.diandan.volunteers;

import jakarta.inject.Singleton;
import java.util.Map;
import org.diandan.http.ReplayCheck;

/** An earlier answer about a person is for those who may see it now; teams and organisations are for everybody. */
@Singleton
class VolunteersReplayCheck implements ReplayCheck {

    private final Registering registering;
    private final HoursReview hours;
    private final Certifying certifying;
    private final Membership membership;

    VolunteersReplayCheck(Registering registering, HoursReview hours, Certifying certifying, Membership membership) {
        this.registering = registering;
        this.hours = hours;
        this.certifying = certifying;
        this.membership = membership;
    }

    @Override
    public Map<String, Look> looks() {
        return Map.of(
                "/volunteers/{}", ids -> registering.see(ids.get(0)),
                "/volunteers/{}/availability", ids -> registering.see(ids.get(0)),
                "/volunteers/{}/hours/{}", ids -> hours.see(ids.get(0), ids.get(1)),
                "/certificates/{}", ids -> certifying.see(ids.get(0)),
                "/teams/{}/members/{}", ids -> membership.see(ids.get(0), ids.get(1)));
    }
}

package org.diandan.http;

import jakarta.inject.Singleton;
import java.util.Map;

@Singleton
class ProbeReplayCheck implements ReplayCheck {

    @Override
    public Map<String, Look> looks() {
        return Map.of("/probe/{}", ids -> {
            if (Probe.HIDDEN.contains("/probe/" + ids.get(0))) {
                throw HttpProblem.NOT_FOUND.because();
            }
        });
    }
}

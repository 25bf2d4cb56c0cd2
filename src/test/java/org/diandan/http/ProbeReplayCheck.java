package org.diandan.http;

import jakarta.inject.Singleton;

@Singleton
class ProbeReplayCheck implements ReplayCheck {

    @Override
    public boolean knows(String path) {
        return path.startsWith("/probe/");
    }

    @Override
    public boolean isVisible(String path) {
        return !Probe.HIDDEN.contains(path);
    }
}

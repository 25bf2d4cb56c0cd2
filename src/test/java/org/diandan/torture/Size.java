package org.diandan.torture;

import java.util.Locale;

/** How much of everything: quick for each release, full for a machine of its own. {@code -Dtorture.size=full}. */
public enum Size {
    QUICK,
    FULL;

    static Size asked() {
        return valueOf(System.getProperty("torture.size", "quick").toUpperCase(Locale.ROOT));
    }

    /** One or the other. */
    public int pick(int quick, int full) {
        return this == FULL ? full : quick;
    }
}

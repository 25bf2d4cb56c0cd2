package org.diandan.orders;

import java.util.Locale;

/** The machines whose transitions stand in an order's history. */
public enum Machine {
    ORDER,
    ROUTING,
    VISIT,
    ATTENDANCE,
    OFFER,
    SWAP;

    /** The type of the news of an action: {@code routing.declined}. */
    String newsOf(String action) {
        return name().toLowerCase(Locale.ROOT) + "."
                + action.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

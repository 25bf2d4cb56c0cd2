package org.diandan.orders;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The knobs of this room. */
@ConfigMapping(prefix = "diandan.orders")
interface OrdersConfig {

    /** How many order numbers an instance takes from the database at once. Raised: fewer waits, larger gaps. */
    @WithDefault("100")
    int numberBlock();

    /** For how many days back an order of the same resident and service counts as similar. Raised: more to look at. */
    @WithDefault("30")
    int similarDays();

    /** The largest number of photos of an order. Raised: more room in the database. */
    @WithDefault("9")
    int photos();
}

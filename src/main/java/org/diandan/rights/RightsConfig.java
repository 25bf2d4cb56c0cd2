package org.diandan.rights;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The knobs of what people may ask of their data. */
@ConfigMapping(prefix = "diandan.rights")
interface RightsConfig {

    /**
     * How long after somebody asked to be forgotten it takes effect (ISO 8601). Raised, people have longer to think better
     * of it; less than three days, and answers kept for repeated requests of others may still name them.
     */
    @WithDefault("P7D")
    Duration erasureAfter();
}

package org.diandan.gateways;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The knobs of the gateways. */
@ConfigMapping(prefix = "diandan.gateways")
interface GatewaysConfig {

    /** Text messages. */
    Sms sms();

    /** The knobs of text messages that are only logged. */
    interface Sms {

        /**
         * Whether the texts are logged and the last hundred kept in memory, so that somebody who tries the program out can
         * read the codes that it sends. On in development, demo and tests; elsewhere it would show codes to whoever reads
         * the log.
         */
        @WithDefault("false")
        boolean keep();
    }
}

package org.diandan.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The knobs of the audit. */
@ConfigMapping(prefix = "diandan.audit")
interface AuditConfig {

    /**
     * How long an instance waits between two seals, such as {@code 1m}; {@code off} for an instance that seals nothing.
     * Raised, what was written can be changed for longer by whoever has the owner's login without being noticed.
     */
    @WithDefault("1m")
    String sealEvery();
}

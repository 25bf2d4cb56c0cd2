package org.diandan.notifications;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The knobs of the live stream. */
@ConfigMapping(prefix = "diandan.notifications")
interface NotificationsConfig {

    /**
     * How long an instance waits between two looks for what has happened, such as {@code 1s}, if nothing rings before;
     * {@code off} for an instance that tells nothing. Raised, news of other instances may come later by up to that time.
     */
    @WithDefault("1s")
    String every();

    /** How long a stream is silent before it says that it is still there. Raised, proxies between may take it for dead. */
    @WithDefault("15s")
    String beat();

    /**
     * How long a stream lives before it ends and its client comes again. Raised, streams stay longer with the instance
     * that they began at, though others have been started to help it.
     */
    @WithDefault("PT1H")
    Duration longest();

    /** How far back a client that was cut off can go on. Raised, each instance keeps more events in memory. */
    @WithDefault("PT10M")
    Duration kept();

    /** How many events an instance keeps at most, about a kilobyte each. */
    @WithDefault("10000")
    int mostKept();

    /** How many events a client may be behind before it is cut off. Raised, slow clients take more memory. */
    @WithDefault("500")
    int mostBehind();

    /** How many streams an instance has at most. Raised, it needs more memory; about ten kilobytes each. */
    @WithDefault("5000")
    int mostStreams();

    /** How many streams one account has at an instance at most: pages and devices. */
    @WithDefault("10")
    int mostOfAccount();
}

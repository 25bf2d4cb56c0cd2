package org.diandan.timers;

import java.util.Set;

/** What a room does when its timers fire; a CDI bean. */
public interface TimerHandler {

    /** The kinds of timer that this handler is for; each kind has one handler. */
    Set<String> kinds();

    /**
     * Does what is due, in the transaction that took the timer: both are kept, or neither. The timer is gone afterwards
     * unless the handler sets it again. When this throws, all is rolled back and tried again later, so that a handler
     * whose subject has moved on in the meantime returns and does nothing.
     */
    void fire(Timer timer);
}

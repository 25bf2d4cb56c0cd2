package org.diandan.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.diandan.journeys.Caller;
import org.diandan.journeys.Caller.Answer;

/** A caller who sends the same request under the same key until it is answered for good, as a phone would. */
final class Stubborn {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MILLIS_BETWEEN = 100;

    private final Caller caller;

    Stubborn(Caller caller) {
        this.caller = caller;
    }

    Answer post(String path, String key, Map<String, ?> body) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                Answer answer = caller.post(path, key, body);
                if (!answer.isPassing()) {
                    return answer;
                }
            } catch (IOException e) {
                // Nobody knows whether it was done; the key does.
            }
            Thread.sleep(MILLIS_BETWEEN);
        }
        throw new IllegalStateException("No answer in " + PATIENCE + " to POST " + path);
    }
}

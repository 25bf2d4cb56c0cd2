package org.diandan.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who follows at this instance, and what has happened lately, in the order in which it was told. Whoever joins is told
 * what they missed and, from then on, what happens: nothing comes between the two, so that there is no gap and no double.
 */
final class Broadcast {

    private final Duration kept;
    private final int mostKept;
    private final int mostBehind;
    private final Deque<Happened> lately = new ArrayDeque<>();
    private final Set<Following> followers = new LinkedHashSet<>();

    /**
     * @param kept how long something is kept for those who come again
     * @param mostKept how many are kept at most
     * @param mostBehind how many somebody may have missed and still go on
     * @param now when it begins
     */
    Broadcast(Duration kept, int mostKept, int mostBehind, Instant now) {
        this.kept = kept;
        this.mostKept = mostKept;
        this.mostBehind = mostBehind;
        lately.add(Happened.nothing(now));
    }

    /** Tells all whom it concerns. */
    synchronized void tell(List<Happened> happened, Instant now) {
        for (Happened each : happened) {
            lately.addLast(each);
            followers.forEach(follower -> tell(follower, each));
        }
        Instant oldest = now.minus(kept);
        // The last one stays, however old: whoever joins goes on from it.
        while (lately.size() > 1
                && (lately.size() > mostKept || lately.getFirst().at().isBefore(oldest))) {
            lately.removeFirst();
        }
    }

    /**
     * Lets somebody follow.
     *
     * @param last the id of what they were told last, if they were here before
     */
    synchronized void join(Following follower, @Nullable String last) {
        List<Message> missed = last == null ? List.of() : missed(follower, last);
        UUID latest = lately.getLast().id();
        if (missed == null) {
            follower.tell(Message.reset(latest));
        } else {
            follower.tell(Message.ready(last == null ? latest : UUID.fromString(last)));
            missed.forEach(follower::tell);
        }
        followers.add(follower);
    }

    synchronized void leave(Following follower) {
        followers.remove(follower);
    }

    synchronized List<Following> followers() {
        return List.copyOf(followers);
    }

    synchronized int size() {
        return followers.size();
    }

    synchronized long streamsOf(UUID account) {
        return followers.stream()
                .filter(follower -> follower.account().equals(account))
                .count();
    }

    private static void tell(Following follower, Happened happened) {
        Message message = happened.message(follower.scope());
        if (message != null) {
            follower.tell(message);
        }
    }

    /** What came after; nothing if that is not known any more or too much. */
    private @Nullable List<Message> missed(Following follower, String last) {
        List<Message> missed = new ArrayList<>();
        var latest = lately.descendingIterator();
        while (latest.hasNext()) {
            Happened happened = latest.next();
            if (happened.id().toString().equals(last)) {
                Collections.reverse(missed);
                return missed;
            }
            Message message = happened.message(follower.scope());
            if (message != null) {
                missed.add(message);
            }
            if (missed.size() > mostBehind) {
                return null;
            }
        }
        return null;
    }
}

package org.diandan.gateways;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** The last hundred messages that were only logged, while {@code diandan.gateways.sms.keep} says so. */
@ApplicationScoped
public class SentMessages {

    private static final int KEPT = 100;

    private final Deque<Message> messages = new ArrayDeque<>();

    private record Message(String phone, String text) {}

    synchronized void add(String phone, String text) {
        if (messages.size() == KEPT) {
            messages.removeFirst();
        }
        messages.addLast(new Message(phone, text));
    }

    /** The text of the last message to a phone, if it is among those kept. */
    public synchronized Optional<String> lastTo(String phone) {
        for (Iterator<Message> latestFirst = messages.descendingIterator(); latestFirst.hasNext(); ) {
            Message message = latestFirst.next();
            if (message.phone().equals(phone)) {
                return Optional.of(message.text());
            }
        }
        return Optional.empty();
    }
}

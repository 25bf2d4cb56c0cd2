package org.diandan.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.diandan.shared.Refused;

/** A place in a list: after the row that has these parts. A cursor of another list is refused with 400. */
public final class Cursor {

    private final List<String> parts;
    private final Supplier<Refused> foreign;

    Cursor(List<String> parts, Supplier<Refused> foreign) {
        this.parts = List.copyOf(parts);
        this.foreign = foreign;
    }

    /** Tells whether the list begins here: then there are no parts. */
    public boolean isStart() {
        return parts.isEmpty();
    }

    public Instant instant(int part) {
        return read(part, Instant::parse);
    }

    public UUID uuid(int part) {
        return read(part, UUID::fromString);
    }

    public long number(int part) {
        return read(part, Long::valueOf);
    }

    public String text(int part) {
        return read(part, Function.identity());
    }

    private <T> T read(int part, Function<String, T> parse) {
        if (part >= parts.size()) {
            throw foreign.get();
        }
        try {
            return parse.apply(parts.get(part));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw foreign.get();
        }
    }
}

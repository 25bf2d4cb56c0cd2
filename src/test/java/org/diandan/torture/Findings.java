package org.diandan.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a trial counted, and what was not as it should be. Many threads write into it. */
public final class Findings {

    private static final int MOST_TOLD = 20;

    private final Map<String, Object> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int wrongs;

    /** So many of these, beside those that were counted before. */
    public synchronized void add(String what, long more) {
        counts.merge(what, more, (before, added) -> (Long) before + (Long) added);
    }

    /** A figure as it is: a time, a share, a word. */
    public synchronized void tell(String what, Object figure) {
        counts.put(what, figure);
    }

    public synchronized void wrong(String what) {
        wrongs++;
        if (wrong.size() < MOST_TOLD) {
            wrong.add(what);
        }
    }

    /** Wrong, unless it is so. */
    public void check(boolean so, String otherwise) {
        if (!so) {
            wrong(otherwise);
        }
    }

    synchronized int wrongs() {
        return wrongs;
    }

    /** The first of them. */
    synchronized List<String> told() {
        return List.copyOf(wrong);
    }

    synchronized Map<String, Object> counts() {
        return new TreeMap<>(counts);
    }
}

package org.diandan.assignment;

import java.util.StringTokenizer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads an instance line by line, and refuses the first line that cannot be right. */
final class InstanceLines {

    /** More than a province has; keeps a slip of the pen from asking for all memory. */
    private static final int MOST = 10_000_000;

    private final LoadTiers tiers;
    private final IntStream.Builder linesOfArcs = IntStream.builder();
    private int line;
    private int teams = -1;
    private int slots;
    private int orders;
    private int[] weekly = {};
    private int[][] places = {};
    private int teamsSeen;
    private int ordersSeen;
    private Instance.@Nullable Builder instance;

    InstanceLines(LoadTiers tiers) {
        this.tiers = tiers;
    }

    void take(String text) {
        line++;
        var words = new StringTokenizer(text);
        if (!words.hasMoreTokens()) {
            return;
        }
        try {
            record(words);
            if (words.hasMoreTokens()) {
                throw new BrokenInstance("too long, from \"" + words.nextToken() + "\" on");
            }
        } catch (BrokenInstance e) {
            throw new BrokenInstance(line, e);
        }
    }

    private void record(StringTokenizer words) {
        String kind = words.nextToken();
        if (teams < 0 && !kind.equals("instance")) {
            throw new BrokenInstance("the first line must be: instance 1 <teams> <slots> <orders>");
        }
        switch (kind) {
            case "instance" -> instance(words);
            case "team" -> team(words);
            case "order" -> order(words);
            case "arc" -> arc(words);
            default -> throw new BrokenInstance("\"" + kind + "\" is none of instance, team, order, arc");
        }
    }

    private void instance(StringTokenizer words) {
        if (teams >= 0) {
            throw new BrokenInstance("a second instance in one file");
        }
        int version = number(words, "the version");
        if (version != 1) {
            throw new BrokenInstance("version " + version + " is not known, only 1");
        }
        teams = count(words, "the number of teams");
        slots = count(words, "the number of slots");
        orders = count(words, "the number of orders");
        if ((long) teams * slots > MOST) {
            throw new BrokenInstance(teams + " teams with " + slots + " slots are too many");
        }
        weekly = new int[teams];
        places = new int[teams][slots];
    }

    private void team(StringTokenizer words) {
        inSequence("team", number(words, "the team's index"), teamsSeen, teams);
        weekly[teamsSeen] = count(words, "the weekly capacity");
        for (int slot = 0; slot < slots; slot++) {
            places[teamsSeen][slot] = count(words, "the capacity of slot " + slot);
        }
        teamsSeen++;
    }

    private void order(StringTokenizer words) {
        inSequence("order", number(words, "the order's index"), ordersSeen, orders);
        int slot = number(words, "the slot");
        int value = number(words, "the value");
        int urgency = number(words, "the urgency");
        if (urgency < 0 || urgency >= InstanceFile.URGENCIES.size()) {
            throw new BrokenInstance("the urgency " + urgency + " is not from 0 to 3");
        }
        builder().order(slot, value, InstanceFile.URGENCIES.get(urgency));
        ordersSeen++;
    }

    private void arc(StringTokenizer words) {
        builder().arc(number(words, "the order"), number(words, "the team"), number(words, "the score"));
        linesOfArcs.add(line);
    }

    private Instance.Builder builder() {
        if (instance == null) {
            if (teamsSeen < teams) {
                throw new BrokenInstance("only " + teamsSeen + " of " + teams + " teams stand before this line");
            }
            instance = Instance.builder(Supply.of(tiers, weekly, places));
        }
        return instance;
    }

    private static void inSequence(String kind, int index, int due, int all) {
        if (index != due || index >= all) {
            throw new BrokenInstance(
                    due < all
                            ? kind + " " + index + " stands where " + kind + " " + due + " is due"
                            : kind + " " + index + ", but there are to be only " + all);
        }
    }

    private static int count(StringTokenizer words, String what) {
        int count = number(words, what);
        if (count < 0 || count > MOST) {
            throw new BrokenInstance(what + " is out of bounds: " + count);
        }
        return count;
    }

    private static int number(StringTokenizer words, String what) {
        if (!words.hasMoreTokens()) {
            throw new BrokenInstance("too short: " + what + " is missing");
        }
        String word = words.nextToken();
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new BrokenInstance(what + " is not a whole number: " + word);
        }
    }

    /** After the last line. */
    Instance end() {
        line++;
        try {
            if (teams < 0) {
                throw new BrokenInstance("the file is empty");
            }
            if (ordersSeen < orders) {
                throw new BrokenInstance("the file ends after " + ordersSeen + " of " + orders + " orders");
            }
            return builder().build();
        } catch (TwiceTheSameTeam e) {
            int[] lines = linesOfArcs.build().toArray();
            throw new BrokenInstance(lines[e.arc], e);
        } catch (BrokenInstance e) {
            throw new BrokenInstance(line, e);
        }
    }
}

package org.diandan.walls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who may do what to what, a second time: written from docs/domain.md with nothing of the program, so that a mistake in
 * the rule is a difference and not agreed on. It is asked with facts (who is granted what, who has a part in an order),
 * never with what the program made of them.
 */
public final class Oracle {

    /** What somebody is told who tries. */
    public enum Verdict {
        /** For them it does not exist: 404. */
        NOTHING_THERE,
        /** It exists, and the verb is for others: 403. */
        NOT_THEIRS,
        /** Nothing of the rule is in the way. */
        THEIRS
    }

    /** A role by its name, and what it is granted for: nothing, a team, or a code. */
    public record Grant(String role, String scope) {}

    /** Somebody. */
    public record Person(UUID account, List<Grant> grants) {}

    /** Somebody's part in an order that lasts; {@code TEAM} names a team. */
    public record Share(String kind, UUID party) {}

    /**
     * An order.
     *
     * @param team that has it, if one does
     * @param office the account that placed it as a clerk for somebody, if one did
     */
    public record Order(String site, UUID team, UUID office, List<Share> shares) {}

    /** The column "Who" of the order's table; what nobody does by hand is not here. */
    private static final Map<String, Set<Is>> WHO = Map.ofEntries(
            Map.entry("TAKE_ON", EnumSet.of(Is.DISPATCHER)),
            Map.entry("ASK", EnumSet.of(Is.DISPATCHER)),
            Map.entry("ANSWER", EnumSet.of(Is.REQUESTER, Is.SERVED, Is.PROXY, Is.CLERK)),
            Map.entry("REFUSE", EnumSet.of(Is.DISPATCHER)),
            Map.entry("APPEAL", EnumSet.of(Is.REQUESTER, Is.SERVED, Is.PROXY)),
            Map.entry("MERGE", EnumSet.of(Is.DISPATCHER)),
            Map.entry("UNMERGE", EnumSet.of(Is.DISPATCHER)),
            Map.entry("TRANSFER", EnumSet.of(Is.DISPATCHER)),
            Map.entry("ACCEPT_ROUTING", EnumSet.of(Is.LEADER)),
            Map.entry("GIVE_UP", EnumSet.of(Is.CENTERS_DISPATCHER)),
            Map.entry("ASSIGN", EnumSet.of(Is.LEADER)),
            Map.entry("SIGN_OFF", EnumSet.of(Is.EXPERT)),
            Map.entry("HAND_BACK", EnumSet.of(Is.EXPERT, Is.LEADER)),
            Map.entry("AGREE_TIME", EnumSet.of(Is.SERVED, Is.PROXY, Is.CLERK)),
            Map.entry("CHANGE", EnumSet.of(Is.EXPERT, Is.LEADER)),
            Map.entry("START", EnumSet.of(Is.ATTENDING)),
            Map.entry("FINISH", EnumSet.of(Is.LEADING, Is.LEADER, Is.DISPATCHER)),
            Map.entry("PARTLY_DONE", EnumSet.of(Is.LEADING)),
            Map.entry("NOT_POSSIBLE", EnumSet.of(Is.LEADING)),
            Map.entry("RATE", EnumSet.of(Is.SERVED, Is.PROXY, Is.CLERK)),
            Map.entry("REOPEN", EnumSet.of(Is.SERVED, Is.PROXY, Is.DISPATCHER)),
            Map.entry("HOLD", EnumSet.of(Is.DISPATCHER, Is.LEADER)),
            Map.entry("RESUME", EnumSet.of(Is.DISPATCHER, Is.LEADER)),
            Map.entry("CANCEL", EnumSet.of(Is.REQUESTER, Is.SERVED, Is.PROXY, Is.DISPATCHER)));

    private static final Set<Is> READ_CONTACT_WHILE_OPEN =
            EnumSet.of(Is.SERVED, Is.PROXY, Is.CLERK, Is.DISPATCHER, Is.LEADER, Is.EXPERT, Is.ATTENDING, Is.LEADING);

    private enum Is {
        REQUESTER,
        SERVED,
        PROXY,
        CLERK,
        DISPATCHER,
        CENTERS_DISPATCHER,
        AUDITOR,
        ASKED,
        LEADER,
        EXPERT,
        OFFERED,
        ATTENDING,
        LEADING
    }

    private Oracle() {}

    /** The verbs of an order that a person may use, by their names. */
    public static Set<String> verbs() {
        return WHO.keySet();
    }

    /** Looks at an order. */
    public static Verdict reads(Person person, Order order) {
        return is(person, order).isEmpty() ? Verdict.NOTHING_THERE : Verdict.THEIRS;
    }

    /** Uses a verb of an order, whatever its state. */
    public static Verdict does(Person person, Order order, String verb) {
        Set<Is> is = is(person, order);
        if (is.isEmpty()) {
            return Verdict.NOTHING_THERE;
        }
        is.retainAll(WHO.get(verb));
        return is.isEmpty() ? Verdict.NOT_THEIRS : Verdict.THEIRS;
    }

    /** Reads the contact data at an order that has not ended. */
    public static boolean readsContact(Person person, Order order) {
        Set<Is> is = is(person, order);
        is.retainAll(READ_CONTACT_WHILE_OPEN);
        return !is.isEmpty();
    }

    /** Looks at what lies at a site and is for these roles, or for one person. */
    public static Verdict reads(Person person, String site, UUID own, String... roles) {
        boolean theirs =
                person.account().equals(own) || Arrays.stream(roles).anyMatch(role -> looksAfter(person, role, site));
        return theirs ? Verdict.THEIRS : Verdict.NOTHING_THERE;
    }

    private static Set<Is> is(Person person, Order order) {
        Set<Is> is = EnumSet.noneOf(Is.class);
        for (Share share : order.shares()) {
            boolean mine = share.kind().equals("TEAM")
                    ? belongs(person, "LEADER", share.party()) || belongs(person, "EXPERT", share.party())
                    : share.party().equals(person.account());
            if (mine && !share.kind().equals("EXPERT")) {
                is.add(share.kind().equals("TEAM") ? Is.ASKED : Is.valueOf(share.kind()));
            }
        }
        for (String role : List.of("CLERK", "DISPATCHER", "AUDITOR")) {
            if (looksAfter(person, role, order.site())) {
                is.add(Is.valueOf(role));
            }
        }
        boolean wholeCenter = person.grants().stream()
                .anyMatch(grant -> grant.role().equals("DISPATCHER")
                        && levels(grant.scope()).size() <= 3
                        && lies(order.site(), grant.scope()));
        if (wholeCenter) {
            is.add(Is.CENTERS_DISPATCHER);
        }
        if (order.team() != null && belongs(person, "LEADER", order.team())) {
            is.add(Is.LEADER);
        }
        if (order.team() != null && belongs(person, "EXPERT", order.team())) {
            is.add(Is.EXPERT);
        }
        // Who ordered for somebody by office is no more to the order than the office.
        if (person.account().equals(order.office()) && !is.contains(Is.CLERK) && !is.contains(Is.DISPATCHER)) {
            is.remove(Is.REQUESTER);
        }
        return is;
    }

    private static boolean belongs(Person person, String role, UUID team) {
        return person.grants().contains(new Grant(role, team.toString()));
    }

    private static boolean looksAfter(Person person, String role, String site) {
        return person.grants().stream().anyMatch(grant -> grant.role().equals(role) && lies(site, grant.scope()));
    }

    /** Tells whether the one place is the other, or lies in it: level by level, as an address is read. */
    static boolean lies(String inner, String outer) {
        List<String> within = levels(inner);
        List<String> around = levels(outer);
        if (around.size() > within.size()) {
            return false;
        }
        for (int level = 0; level < around.size(); level++) {
            if (!around.get(level).equals(within.get(level))) {
                return false;
            }
        }
        return true;
    }

    /** Province, prefecture, county, township, village; a point hangs on whatever it belongs to. */
    private static List<String> levels(String code) {
        int dash = code.indexOf('-');
        String digits = dash < 0 ? code : code.substring(0, dash);
        List<String> levels = new ArrayList<>();
        int[] ends = {2, 4, 6, 9, 12};
        int from = 0;
        for (int end : ends) {
            if (digits.length() >= end) {
                levels.add(digits.substring(from, end));
                from = end;
            }
        }
        if (from != digits.length()) {
            throw new IllegalArgumentException("Of no level: " + code);
        }
        if (dash >= 0) {
            levels.add("point " + code.substring(dash + 1));
        }
        return levels;
    }
}

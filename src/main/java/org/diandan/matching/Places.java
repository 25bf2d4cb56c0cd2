package org.diandan.matching;

/** How sites lie to each other in the tree of divisions; told by their codes alone. */
final class Places {
    private static final int COUNTY_DIGITS = 6;
    private static final int TOWNSHIP_DIGITS = 9;
    private static final int VILLAGE_DIGITS = 12;

    private Places() {}

    /** Steps from one site up to what they have in common and down to the other; 0 for the same site. */
    static int stepsBetween(String one, String other) {
        int steps = 0;
        String a = one;
        String b = other;
        while (!a.equals(b)) {
            if (a.length() >= b.length()) {
                a = parent(a);
            } else {
                b = parent(b);
            }
            steps++;
        }
        return steps;
    }

    static boolean sameVillage(String one, String other) {
        return share(one, other, VILLAGE_DIGITS);
    }

    static boolean sameTownship(String one, String other) {
        return share(one, other, TOWNSHIP_DIGITS);
    }

    private static boolean share(String one, String other, int digits) {
        return one.length() >= digits && one.regionMatches(0, other, 0, digits);
    }

    /** A Point lies in its site, a Station in its Institute, an Institute in its Center; above it all Centers are one. */
    private static String parent(String code) {
        int dash = code.indexOf('-');
        if (dash > 0) {
            return code.substring(0, dash);
        }
        return switch (code.length()) {
            case VILLAGE_DIGITS -> code.substring(0, TOWNSHIP_DIGITS);
            case TOWNSHIP_DIGITS -> code.substring(0, COUNTY_DIGITS);
            default -> "";
        };
    }
}

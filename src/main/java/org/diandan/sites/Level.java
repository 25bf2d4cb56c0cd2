package org.diandan.sites;

import java.util.regex.Pattern;

/** The level of a site; its code tells it. */
public enum Level {
    /** 实践中心, of a county: 6 digits. */
    CENTER,
    /** 实践所, of a township: 9 digits. */
    INSTITUTE,
    /** 实践站, of a village or community: 12 digits. */
    STATION,
    /** 实践点, a place that belongs to one of the others: its code, a hyphen and a number of three digits. */
    POINT;

    private static final Pattern CODE = Pattern.compile("\\d{6}(\\d{3}){0,2}(-\\d{3})?");

    private static final int NUMBER = "-001".length();

    /**
     * The level that a code tells.
     *
     * @throws IllegalArgumentException if the code is none of a site
     */
    public static Level of(String code) {
        if (!isSite(code)) {
            throw new IllegalArgumentException("Not the code of a site: " + code);
        }
        if (code.indexOf('-') > 0) {
            return POINT;
        }
        return code.length() == 6 ? CENTER : code.length() == 9 ? INSTITUTE : STATION;
    }

    /** Tells whether the text has the form of a site's code. */
    public static boolean isSite(String code) {
        return CODE.matcher(code).matches();
    }

    /** The code of the site above; a Center's is empty. */
    public static String above(String code) {
        return switch (of(code)) {
            case CENTER -> "";
            case INSTITUTE -> code.substring(0, 6);
            case STATION -> code.substring(0, 9);
            case POINT -> code.substring(0, code.length() - NUMBER);
        };
    }
}

package org.diandan.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A site or division and all below it, named by its code.
 *
 * <p>Codes grow by level: province 2, prefecture 4, county (Center) 6, township (Institute) 9, village (Station) 12
 * digits; a Point adds {@code -} and three digits to the code of the site it belongs to. Because a level has one length,
 * one code lies within another exactly when it begins with it: {@code 330102} lies within {@code 3301}, and no level has
 * five digits, so that {@code 33010} is refused.
 */
public record Area(String code) {

    private static final Pattern CODE = Pattern.compile("\\d{2}|\\d{4}|\\d{6}(\\d{3}(\\d{3})?)?(-\\d{3})?");

    /** @throws IllegalArgumentException if the code is of no level */
    @JsonCreator
    public Area {
        if (!isCode(code)) {
            throw new IllegalArgumentException("Not the code of a division or site: " + code);
        }
    }

    /** Tells whether the text has the form of a division's or site's code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Tells whether the site or division lies in this area (an area covers itself). */
    public boolean covers(String siteOrDivision) {
        return siteOrDivision.startsWith(code);
    }

    /** The six-digit county that a site's code lies in. */
    public static String centerOf(String site) {
        if (site.length() < 6) {
            throw new IllegalArgumentException("Above the level of a Center: " + site);
        }
        return site.substring(0, 6);
    }

    @Override
    @JsonValue
    public String toString() {
        return code;
    }
}

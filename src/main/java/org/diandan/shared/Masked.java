package org.diandan.shared;

/** Personal data as someone sees them who needs to recognise but not to know them: 王*明, 138****0000. */
public final class Masked {

    private static final int PHONE_HEAD = 3;
    private static final int PHONE_TAIL = 4;
    private static final int ADDRESS_HEAD = 6;

    private Masked() {}

    /** The first and the last character of a name; of a name of two characters the first alone. */
    public static String name(String name) {
        int[] points = name.codePoints().toArray();
        if (points.length < 2) {
            return "*";
        }
        String head = Character.toString(points[0]);
        return points.length == 2
                ? head + "*"
                : head + "*".repeat(points.length - 2) + Character.toString(points[points.length - 1]);
    }

    /** The first three and last four digits of a phone number; a short one is hidden whole. */
    public static String phone(String phone) {
        int hidden = phone.length() - PHONE_HEAD - PHONE_TAIL;
        return hidden <= 0
                ? "*".repeat(phone.length())
                : phone.substring(0, PHONE_HEAD) + "*".repeat(hidden) + phone.substring(phone.length() - PHONE_TAIL);
    }

    /** The beginning of an address, as far as the street or village; never the door. */
    public static String address(String address) {
        int shown =
                address.offsetByCodePoints(0, Math.min(ADDRESS_HEAD, address.codePointCount(0, address.length()) / 2));
        return address.substring(0, shown) + "***";
    }
}

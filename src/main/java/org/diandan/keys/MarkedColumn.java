package org.diandan.keys;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Where marks of numbers stand, by which a number is found that nobody can read there. Its name is part of what is marked:
 * the same number has another mark in each place, so that who has the database alone cannot join one with the other.
 */
public enum MarkedColumn {
    /** What somebody signs in with. */
    LOGIN_PHONE("login", "value", Spelling.PHONE),
    /** By which staff find a resident, and one who is entered twice is known. */
    RESIDENT_PHONE("resident", "phone_mark", Spelling.PHONE),
    /** By which a paper that is claimed twice is known. */
    CERTIFICATE_NUMBER("certificate", "number_mark", Spelling.PAPER);

    private final String table;
    private final String column;
    private final Spelling spelling;

    MarkedColumn(String table, String column, Spelling spelling) {
        this.table = table;
        this.column = column;
        this.spelling = spelling;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    /** What is marked for a number: the place, and the number as it is spelt once and for all. */
    byte[] text(String number) {
        String text = name().toLowerCase(Locale.ROOT) + ' ' + spelling.of(number);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private enum Spelling {
        /** Digits alone, without the code of the country: {@code +86 138-0000-0000} is 13800000000. */
        PHONE {
            @Override
            String of(String number) {
                String digits = composed(number).replaceAll("[^0-9+]", "");
                return digits.replaceFirst("^(\\+86|0086)", "").replace("+", "");
            }
        },
        /** Capital letters without spaces. */
        PAPER {
            @Override
            String of(String number) {
                return composed(number).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            }
        };

        abstract String of(String number);

        /** Letters and digits of full width are those of half width (Unicode's NFKC). */
        private static String composed(String number) {
            return Normalizer.normalize(number, Normalizer.Form.NFKC);
        }
    }
}

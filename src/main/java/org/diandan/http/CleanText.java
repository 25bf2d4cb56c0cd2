package org.diandan.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** What may not stand in a text: it would break the database, a log, or what a person believes to read. */
final class CleanText {

    private CleanText() {}

    /**
     * Tells whether the text is free of control characters (but tab and line breaks), of halves of surrogate pairs, of
     * noncharacters, and of marks that turn the direction of writing (with which "no" can be made to look like "on").
     */
    static boolean isClean(CharSequence text) {
        return text.codePoints().allMatch(CleanText::isClean);
    }

    /**
     * The same text with each character composed (Unicode's form NFC), so that what looks alike is alike: a name that is
     * typed on one telephone is found from another.
     */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isCleanLine(String text) {
        return isClean(text) && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isClean(int character) {
        if (character < ' ') {
            return character == '\t' || character == '\n' || character == '\r';
        }
        if (character < 0x7F) {
            return true;
        }
        return character > 0x9F
                && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                && (character & 0xFFFE) != 0xFFFE
                && !turnsDirection(character);
    }

    /** The Bidi_Control property of Unicode (UAX 9). */
    private static boolean turnsDirection(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    /** Tells whether the bytes are UTF-8 without a NUL (which is in every JSON text of another encoding). */
    static boolean isUtf8(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Tells whether a request target, percent-decoded, is clean UTF-8. */
    static boolean isCleanTarget(String target) {
        if (target.indexOf('%') < 0) {
            return isCleanLine(target);
        }
        byte[] raw = target.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[raw.length];
        int length = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                decoded[length++] = raw[i];
                continue;
            }
            int high = hex(raw, i + 1);
            int low = hex(raw, i + 2);
            if (high < 0 || low < 0) {
                return false;
            }
            decoded[length++] = (byte) (high << 4 | low);
            i += 2;
        }
        byte[] bytes = Arrays.copyOf(decoded, length);
        return isUtf8(bytes) && isCleanLine(new String(bytes, StandardCharsets.UTF_8));
    }

    private static int hex(byte[] bytes, int index) {
        return index < bytes.length ? Character.digit(bytes[index], 16) : -1;
    }
}

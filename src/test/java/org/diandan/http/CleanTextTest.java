package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "王小明", "tab\tand\nline\r\n", "𠮷野家 😀", "café", "’“”—"})
    void whatPeopleWriteIsClean(String text) {
        assertThat(CleanText.isClean(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a\u0007",
                "\u001b[31m",
                "\u007f",
                "\u0085",
                "\ud800",
                "\udc00a",
                "\ufffe",
                "\uffff",
                "\u202e",
                "\u2066",
                "\u200f",
                "\u061c"
            })
    void whatBreaksAPageOrALogIsNot(String text) {
        assertThat(CleanText.isClean(text)).isFalse();
    }

    @Test
    void utf8IsReadStrictly() {
        assertThat(CleanText.isUtf8("王𠮷".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(CleanText.isUtf8(new byte[] {(byte) 0xC0, (byte) 0x80})).isFalse();
        assertThat(CleanText.isUtf8(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .isFalse();
        assertThat(CleanText.isUtf8(new byte[] {(byte) 0xE7, (byte) 0x8E})).isFalse();
        assertThat(CleanText.isUtf8("{}".getBytes(StandardCharsets.UTF_16BE))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?b=c", "/a?b=%E7%8E%8B", "/%20", "/a+b"})
    void anAddressMayBeEncoded(String target) {
        assertThat(CleanText.isCleanTarget(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%4", "/%zz", "/%00", "/%0d%0aSet-Cookie", "/%ff", "/%c0%af", "/%e2%80%ae"})
    void anAddressThatHidesSomethingIsNotClean(String target) {
        assertThat(CleanText.isCleanTarget(target)).isFalse();
    }
}

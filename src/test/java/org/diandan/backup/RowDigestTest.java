package org.diandan.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RowDigestTest {
    private final Manifest.Content rows = content("one\t1\n", "two\t2\n", "two\t2\n");

    @Test
    void theSameRowsInAnotherOrderAreTheSameRows() {
        var sorted = content("two\t2\n", "one\t1\n", "two\t2\n");

        assertThat(sorted.hasRowsOf(rows)).isTrue();
        assertThat(sorted.sha256()).isNotEqualTo(rows.sha256());
    }

    @Test
    void howTheStreamIsCutIsNoMatter() {
        assertThat(content("o", "ne\t1\ntw", "o\t2\ntwo\t2", "\n")).isEqualTo(rows);
        assertThat(rows.rows()).isEqualTo(3);
        assertThat(rows.bytes()).isEqualTo(18);
    }

    @Test
    void aRowMoreOrLessOrAnotherIsFound() {
        assertThat(content("one\t1\n", "two\t2\n").hasRowsOf(rows)).isFalse();
        assertThat(content("one\t1\n", "two\t2\n", "one\t1\n").hasRowsOf(rows)).isFalse();
        assertThat(content("one\t1\n", "two\t2\n", "two\t3\n").hasRowsOf(rows)).isFalse();
        assertThat(content("one\t1\ntwo\t2\n", "two\t2\n", "").hasRowsOf(rows)).isTrue();
    }

    private static Manifest.Content content(String... parts) {
        var digest = RowDigest.ofNothingKept();
        try {
            for (var part : parts) {
                digest.write(part.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return digest.content();
    }
}

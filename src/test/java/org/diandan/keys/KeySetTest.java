package org.diandan.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diandan.keys.SealedColumn.ACCOUNT_PHONE;
import static org.diandan.keys.SealedColumn.RESIDENT_PHONE;

import java.util.Arrays;
import org.diandan.keys.KeySet.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {

    private static final String PHONE = "13800000001";

    private final KeySet set = KeySet.made();

    @Test
    void whatIsSealedOpensAndIsNeverTwiceTheSame() {
        byte[] sealed = set.seal(RESIDENT_PHONE, PHONE);

        assertThat(set.open(RESIDENT_PHONE, sealed)).isEqualTo(PHONE);
        assertThat(sealed).isNotEqualTo(set.seal(RESIDENT_PHONE, PHONE));
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("1380000");
    }

    @Test
    void whatIsSealedForOnePlaceOpensInNoOther() {
        byte[] sealed = set.seal(ACCOUNT_PHONE, PHONE);

        for (SealedColumn place : SealedColumn.values()) {
            if (place != ACCOUNT_PHONE) {
                refuses(set, place, sealed);
            }
        }
    }

    @Test
    void whateverIsChangedDoesNotOpen() {
        byte[] sealed = set.seal(RESIDENT_PHONE, PHONE);

        for (int i = 0; i < sealed.length * Byte.SIZE; i++) {
            byte[] changed = sealed.clone();
            changed[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
            refuses(set, RESIDENT_PHONE, changed);
        }
        for (int length = 0; length < sealed.length; length++) {
            refuses(set, RESIDENT_PHONE, Arrays.copyOf(sealed, length));
        }
        refuses(set, RESIDENT_PHONE, Arrays.copyOf(sealed, sealed.length + 1));
        refuses(set, RESIDENT_PHONE, PHONE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void anotherSetOpensNothing() {
        refuses(KeySet.made(), RESIDENT_PHONE, set.seal(RESIDENT_PHONE, PHONE));
    }

    @Test
    void aRefusalTellsNothingOfWhatWasToBeOpened() {
        assertThatThrownBy(() -> set.open(RESIDENT_PHONE, PHONE.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasMessageContaining("RESIDENT_PHONE")
                .hasMessageNotContaining("138");
    }

    @Test
    void theNewKeySealsAndTheOldOneStillOpens() {
        byte[] old = set.seal(RESIDENT_PHONE, PHONE);
        long first = set.primary(Kind.SEALING);

        KeySet more = set.with(Kind.SEALING);
        long second = more.keys(Kind.SEALING).stream()
                .filter(key -> !key.isPrimary())
                .findFirst()
                .orElseThrow()
                .id();
        KeySet led = more.led(Kind.SEALING, second);

        assertThat(KeySet.sealedWith(more.seal(RESIDENT_PHONE, PHONE))).isEqualTo(first);
        assertThat(KeySet.sealedWith(led.seal(RESIDENT_PHONE, PHONE))).isEqualTo(second);
        assertThat(led.open(RESIDENT_PHONE, old)).isEqualTo(PHONE);
        assertThat(more.open(RESIDENT_PHONE, led.seal(RESIDENT_PHONE, PHONE))).isEqualTo(PHONE);
        refuses(led.without(Kind.SEALING, first), RESIDENT_PHONE, old);
    }

    @Test
    void aSetIsReadAsItWasWritten() {
        KeySet read = KeySet.parsed(set.with(Kind.SEALING).text());

        assertThat(read.keys()).hasSize(3).containsAll(set.keys());
        assertThat(read.open(RESIDENT_PHONE, set.seal(RESIDENT_PHONE, PHONE))).isEqualTo(PHONE);
        assertThat(read.mark(MarkedColumn.RESIDENT_PHONE, PHONE))
                .isEqualTo(set.mark(MarkedColumn.RESIDENT_PHONE, PHONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "MTIzNDU2Nzg=", "{\"sealing\": {\"key\": []}, \"marks\": {\"key\": []}}"})
    void whatIsNoSetIsRefusedAndNotRepeated(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> KeySet.parsed(text))
                .withMessageStartingWith("Not a set of keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"138 0000 0001", "138-0000-0001", "+8613800000001", "0086 138 0000 0001", "１３８０００００００１"})
    void aNumberHasOneMarkHoweverItIsSpelt(String spelling) {
        assertThat(set.mark(MarkedColumn.RESIDENT_PHONE, spelling))
                .isEqualTo(set.mark(MarkedColumn.RESIDENT_PHONE, PHONE));
    }

    @Test
    void twoNumbersTwoPlacesAndTwoKeysHaveTwoMarks() {
        byte[] mark = set.mark(MarkedColumn.RESIDENT_PHONE, PHONE);

        assertThat(mark).hasSize(20);
        assertThat(set.mark(MarkedColumn.RESIDENT_PHONE, "13800000002")).isNotEqualTo(mark);
        assertThat(set.mark(MarkedColumn.LOGIN_PHONE, PHONE)).isNotEqualTo(mark);
        assertThat(KeySet.made().mark(MarkedColumn.RESIDENT_PHONE, PHONE)).isNotEqualTo(mark);
    }

    @Test
    void aPaperIsTheSameInCapitalsAndWithoutSpaces() {
        assertThat(set.mark(MarkedColumn.CERTIFICATE_NUMBER, "ab 12-3"))
                .isEqualTo(set.mark(MarkedColumn.CERTIFICATE_NUMBER, "AB12-3"))
                .isNotEqualTo(set.mark(MarkedColumn.CERTIFICATE_NUMBER, "AB123"));
    }

    @Test
    void aFingerprintTellsKeysApartAndNothingOfThem() {
        assertThat(set.keys()).extracting(KeySet.Known::fingerprint).doesNotHaveDuplicates();
        assertThat(set.keys()).allSatisfy(key -> assertThat(set.text()).doesNotContain(key.fingerprint()));
    }

    private static void refuses(KeySet with, SealedColumn place, byte[] sealed) {
        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> with.open(place, sealed));
    }
}

package org.diandan.residents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.diandan.shared.Texts;

/** What is read to somebody before they agree. */
record ConsentText(ConsentPurpose purpose, int version, String title, String text) {

    static List<ConsentText> all(Locale language) {
        return Arrays.stream(ConsentPurpose.values())
                .map(purpose -> of(purpose, language))
                .toList();
    }

    private static ConsentText of(ConsentPurpose purpose, Locale language) {
        String key = "consent." + purpose.name() + "." + purpose.version();
        return new ConsentText(
                purpose, purpose.version(), Texts.of(purpose, language), Texts.of(ConsentText.class, key, language));
    }
}

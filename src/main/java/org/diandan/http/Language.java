package org.diandan.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.diandan.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The language that the caller reads: of those there are, the first that {@code Accept-Language} asks for. */
@RequestScoped
public class Language {

    /** Chinese (the default) and English. */
    static final List<Locale> ALL = List.of(Texts.DEFAULT, Locale.ENGLISH);

    private final Locale locale;

    Language(HttpHeaders headers) {
        locale = of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    public Locale locale() {
        return locale;
    }

    /** Chooses for a header's value; one that cannot be read, or asks for others alone, is answered in the default. */
    static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 1_000) {
            return Texts.DEFAULT;
        }
        try {
            for (LanguageRange range : LanguageRange.parse(acceptLanguage)) {
                String language = range.getRange().split("-", 2)[0];
                for (Locale locale : ALL) {
                    if (range.getWeight() > 0 && locale.getLanguage().equals(language)) {
                        return locale;
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            return Texts.DEFAULT;
        }
        return Texts.DEFAULT;
    }
}

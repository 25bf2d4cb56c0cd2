package org.diandan.catalogue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/** A text that people read, in the two languages of the product. */
public record Bilingual(
        @NotBlank @Size(max = 2000) String zh,
        @NotBlank @Size(max = 2000) String en) {

    /** The text in this language: English if it is asked for, else Chinese. */
    public String in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}

package org.diandan.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;
import org.diandan.shared.ProblemType;
import org.diandan.shared.Refused;
import org.diandan.shared.Texts;

/** Why a job failed, in the words of the room whose work it was, in both languages: who reads it is not known yet. */
@Embeddable
record Failure(
        @Column(name = "problem") String type,
        @Column(name = "problem_chinese") String chinese,
        @Column(name = "problem_english") String english) {

    private static final int LONGEST = 2000;

    static Failure of(Refused refused) {
        return new Failure(refused.type().urn(), detail(refused, Texts.DEFAULT), detail(refused, Locale.ENGLISH));
    }

    String detail(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }

    private static String detail(Refused refused, Locale language) {
        ProblemType type = refused.type();
        String detail = Texts.of(
                type.getClass(),
                "problem." + type.slug() + ".detail",
                language,
                refused.arguments().toArray());
        return detail.substring(0, Math.min(LONGEST, detail.length()));
    }
}

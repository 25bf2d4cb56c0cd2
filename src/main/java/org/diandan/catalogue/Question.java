package org.diandan.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident is asked when ordering.
 *
 * @param options what can be chosen; for {@link QuestionKind#CHOICE} alone
 */
public record Question(
        @Pattern(regexp = ServiceItem.CODE) String code,
        @Valid Bilingual text,
        QuestionKind kind,
        boolean required,
        @Size(max = 20) List<@Valid Option> options) {

    private static final int LONGEST_ANSWER = 500;

    /** One of the answers to choose from. */
    public record Option(
            @Pattern(regexp = ServiceItem.CODE) String code,
            @Valid Bilingual text) {}

    public Question {
        options = List.copyOf(options);
    }

    /**
     * Tells whether this answers the question: a text of at most 500 characters, an option's code, a number or a boolean;
     * nothing only where none is required.
     */
    public boolean accepts(@Nullable Object answer) {
        if (answer == null) {
            return !required;
        }
        return switch (kind) {
            case TEXT ->
                answer instanceof String text && text.length() <= LONGEST_ANSWER && !(required && text.isBlank());
            case CHOICE -> options.stream().anyMatch(option -> option.code().equals(answer));
            case NUMBER -> answer instanceof Number;
            case BOOLEAN -> answer instanceof Boolean;
        };
    }
}

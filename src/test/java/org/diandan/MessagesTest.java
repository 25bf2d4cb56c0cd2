package org.diandan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diandan.shared.Choice;
import org.diandan.shared.ProblemType;
import org.diandan.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that people read is there in both languages, and nothing else. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
    private static final List<Locale> LANGUAGES = List.of(Texts.DEFAULT, Locale.ENGLISH);

    static List<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("(_en)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void bothLanguagesSayTheSameThings(String room) {
        Properties chinese = messages(room + ".properties");
        Properties english = messages(room + "_en.properties");

        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(chinese.stringPropertyNames()).allSatisfy(key -> {
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(chinese.getProperty(key)));
        });
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aTextHasNoQuoteThatWouldSwallowItsArguments(String room) {
        for (String file : List.of(room + ".properties", room + "_en.properties")) {
            messages(file).forEach((key, text) -> assertThat((String) text)
                    .as(file + ": write ’ in " + key)
                    .doesNotContain("'"));
        }
    }

    @Test
    void eachProblemHasATitleAndADetail() {
        assertThat(problems()).isNotEmpty().allSatisfy(problem -> {
            for (Locale language : LANGUAGES) {
                for (String part : List.of("title", "detail")) {
                    String key = "problem." + problem.slug() + "." + part;
                    assertThat(Texts.of(problem.getClass(), key, language)).isNotBlank();
                }
            }
        });
    }

    @Test
    void aSlugNamesOneProblem() {
        assertThat(problems()).extracting(ProblemType::slug).doesNotHaveDuplicates();
        assertThat(problems()).allSatisfy(problem -> {
            assertThat(problem.slug()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(problem.status())
                    .as(problem.slug())
                    .isIn(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 429, 500, 503);
        });
    }

    @Test
    void eachValueThatPeopleChooseFromHasAText() {
        assertThat(choices()).allSatisfy(choice -> {
            for (Object value : Code.load(choice).getEnumConstants()) {
                for (Locale language : LANGUAGES) {
                    assertThat(Texts.of((Enum<?>) value, language)).isNotBlank();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void noTextIsLeftOver(String room) {
        Set<String> slugs = problems().stream().map(ProblemType::slug).collect(Collectors.toSet());
        Set<String> enumerations = Code.ALL.stream()
                .filter(type -> type.isEnum() && Code.room(type).equals(room))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        for (String key : messages(room + ".properties").stringPropertyNames()) {
            if (key.startsWith("problem.")) {
                assertThat(slugs).as(key).contains(key.split("\\.")[1]);
            } else if (Character.isUpperCase(key.charAt(0))) {
                assertThat(enumerations).as(key).contains(key.split("\\.")[0]);
            }
        }
    }

    static List<ProblemType> problems() {
        List<ProblemType> problems = new ArrayList<>();
        Code.ALL.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                .sorted(Comparator.comparing(JavaClass::getName))
                .forEach(type -> Stream.of(Code.load(type).getEnumConstants())
                        .map(ProblemType.class::cast)
                        .forEach(problems::add));
        return problems;
    }

    /** The enumerations that are handed to {@link Choice#of}. */
    private static Set<JavaClass> choices() {
        return Code.ALL.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Choice.class)
                                && call.getName().equals("of")))
                .map(JavaCodeUnit::getReferencedClassObjects)
                .flatMap(Set::stream)
                .map(ReferencedClassObject::getRawType)
                .filter(JavaClass::isEnum)
                .collect(Collectors.toSet());
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d+[^}]*}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties messages(String file) {
        var messages = new Properties();
        try (Reader text = Files.newBufferedReader(MESSAGES.resolve(file))) {
            messages.load(text);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
        return messages;
    }
}

package org.diandan.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | en",
                "en-GB,en;q=0.9 | en",
                "zh | zh-CN",
                "zh-Hans-CN,zh;q=0.9,en;q=0.8 | zh-CN",
                "en;q=0.1,zh;q=0.9 | zh-CN",
                "fr,en;q=0.5 | en",
                "zh;q=0,en | en",
                "fr | zh-CN",
                "* | zh-CN",
                "'' | zh-CN",
                ";;;q=x | zh-CN",
            })
    void theFirstThatThereIsOfThoseAskedFor(String header, String language) {
        assertThat(Language.of(header).toLanguageTag()).isEqualTo(language);
    }

    @Test
    void whoAsksForNothingOrTooMuchReadsChinese() {
        assertThat(Language.of(null).toLanguageTag()).isEqualTo("zh-CN");
        assertThat(Language.of("en," + "fr,".repeat(1_000)).toLanguageTag()).isEqualTo("zh-CN");
    }
}

package org.diandan.gateways;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text with places such as {@code {phone}}, filled in one pass so that no value is taken for a place. */
record Template(String text, UnaryOperator<String> escaping) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /** Of a URL or a form (WHATWG URL, section 5); a space is written so that it is one in a path too. */
    static Template form(String text) {
        return new Template(
                text, value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** Of a JSON document, whose places stand between quotes (RFC 8259, section 7). */
    static Template json(String text) {
        return new Template(
                text, value -> new String(JsonStringEncoder.getInstance().quoteAsString(value)));
    }

    /** The names of its places. */
    Stream<String> places() {
        return PLACE.matcher(text).results().map(place -> place.group(1));
    }

    /** The text with these values; a place that none of them names stays as it is. */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        values.containsKey(place.group(1))
                                ? escaping.apply(values.get(place.group(1)))
                                : place.group()));
    }
}

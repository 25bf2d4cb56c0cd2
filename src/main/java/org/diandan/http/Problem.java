package org.diandan.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.diandan.shared.ProblemType;
import org.diandan.shared.Refused;
import org.diandan.shared.Texts;

/** A refusal as it leaves the program: {@code application/problem+json} (RFC 9457) and the headers that go with it. */
record Problem(int status, Map<String, Object> body, Map<String, String> headers) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** A member of {@link Refused} that leaves as a header. */
    private static final String RETRY_AFTER = "retryAfter";

    static Problem of(Refused refused, Locale language) {
        ProblemType type = refused.type();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.urn());
        body.put("title", Texts.of(type.getClass(), "problem." + type.slug() + ".title", language));
        body.put("status", type.status());
        body.put(
                "detail",
                Texts.of(
                        type.getClass(),
                        "problem." + type.slug() + ".detail",
                        language,
                        refused.arguments().toArray()));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Language", language.toLanguageTag());
        refused.members().forEach((name, value) -> {
            if (name.equals(RETRY_AFTER)) {
                headers.put("Retry-After", value.toString());
            } else {
                body.put(name, value);
            }
        });
        if (type == HttpProblem.UNAUTHENTICATED) {
            headers.put("WWW-Authenticate", "Bearer");
        } else if (type == HttpProblem.INVALID_TOKEN) {
            headers.put("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        return new Problem(type.status(), body, headers);
    }
}

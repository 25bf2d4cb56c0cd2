package org.diandan.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that the caller believes to change ({@code If-Match}, RFC 9110). Of an entity tag only the version counts:
 * the rest of it tells views apart, and a proxy may have made it weak.
 */
@RequestScoped
public class IfMatch {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})(?:-[^\"]*)?\"");
    private static final Set<String> NEEDED = Set.of("PUT", "PATCH", "DELETE");

    private final @Nullable String header;
    private final String method;

    IfMatch(HttpHeaders headers, Request request) {
        this.header = headers.getHeaderString(HttpHeaders.IF_MATCH);
        this.method = request.getMethod();
    }

    /**
     * To be called right after what is to be changed was loaded, and found visible.
     *
     * @throws org.diandan.shared.Refused 412 if the version is not the one that the caller saw; 428 if a PUT, PATCH or
     *     DELETE does not say
     */
    public void check(int version) {
        if (header == null) {
            if (NEEDED.contains(method)) {
                throw HttpProblem.IF_MATCH_REQUIRED.because();
            }
            return;
        }
        if (!header.strip().equals("*") && !names(header, version)) {
            throw HttpProblem.STALE.because();
        }
    }

    /**
     * Like {@link #check}, for a verb that nobody may use without saying what they saw.
     *
     * @throws org.diandan.shared.Refused 428 if the caller does not say, 412 if it is not this version
     */
    public void require(int version) {
        if (header == null) {
            throw HttpProblem.IF_MATCH_REQUIRED.because();
        }
        check(version);
    }

    private static boolean names(String header, int version) {
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            if (Integer.parseInt(tags.group(1)) == version) {
                return true;
            }
        }
        return false;
    }
}

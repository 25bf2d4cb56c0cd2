package org.diandan.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;
import org.diandan.http.Answer;
import org.diandan.http.Api;

/** Somebody signed in, however much time passes. */
public final class Person {

    private final UUID account;
    private final Tokens tokens;
    private final Sessions sessions;

    Person(UUID account, Tokens tokens, Sessions sessions) {
        this.account = account;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    public UUID account() {
        return account;
    }

    /** The person as a caller with a token that is good now. */
    public Api api() {
        return Api.bearing(token());
    }

    /** A token that is good now. */
    public String token() {
        int generation = QuarkusTransaction.joiningExisting().call(() -> sessions.generation(account));
        return tokens.issue(account, generation);
    }

    public Answer get(String path) {
        return api().get(path);
    }

    public Answer post(String path) {
        return api().post(path);
    }

    public Answer post(String path, Object body) {
        return api().post(path, body);
    }

    /** Changes what was seen in that answer. */
    public Answer patch(Answer seen, String path, Object body) {
        return api().with("If-Match", tag(seen)).patch(path, body);
    }

    /** Replaces what was seen in that answer. */
    public Answer put(Answer seen, String path, Object body) {
        return api().with("If-Match", tag(seen)).put(path, body);
    }

    /** Removes what was seen in that answer. */
    public Answer delete(Answer seen, String path) {
        return api().with("If-Match", tag(seen)).delete(path);
    }

    private static String tag(Answer seen) {
        return seen.header("ETag").orElseThrow();
    }
}

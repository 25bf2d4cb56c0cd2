package org.diandan.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diandan.http.IdempotencyKeys.Claim;
import org.diandan.http.IdempotencyKeys.Owner;
import org.diandan.http.IdempotencyKeys.Stored;
import org.diandan.shared.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Opens the transaction of what creates or moves something, and sees to it that a request sent twice happens once. Comes
 * after the endpoint's constraints were checked, so that bad input costs the database nothing.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
class IdempotentInterceptor {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 160;

    private final IdempotencyKeys keys;
    private final Exchange exchange;
    private final SecurityIdentity identity;
    private final RoutingContext routing;
    private final ObjectMapper json;
    private final Language language;
    private final ReplayChecks checks;

    IdempotentInterceptor(
            IdempotencyKeys keys,
            Exchange exchange,
            SecurityIdentity identity,
            RoutingContext routing,
            ObjectMapper json,
            Language language,
            ReplayChecks checks) {
        this.keys = keys;
        this.exchange = exchange;
        this.identity = identity;
        this.routing = routing;
        this.json = json;
        this.language = language;
        this.checks = checks;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext endpoint) throws Exception {
        String key = routing.request().getHeader(Idempotent.KEY);
        if (key == null || identity.isAnonymous()) {
            return inTransaction(endpoint::proceed);
        }
        if (!KEY.matcher(key).matches()) {
            throw Fault.in(Idempotent.KEY, Fault.text("idempotency-key", language.locale()))
                    .refuse();
        }
        return once(endpoint, owner(endpoint.getMethod(), key));
    }

    private @Nullable Object once(InvocationContext endpoint, Owner owner) throws Exception {
        String request = hash();
        long start = System.nanoTime();
        long patience = keys.patience().toNanos();
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            Optional<Once> done = attempt(endpoint, owner, request);
            if (done.isPresent()) {
                return done.get().result();
            }
            if (System.nanoTime() - start > patience) {
                throw HttpProblem.IN_FLIGHT.because().retryAfter(1);
            }
            // Without a transaction, so that those who wait keep no connection from the one they wait for.
            Thread.sleep(pause);
        }
    }

    /** What the endpoint returned; nothing when the stored answer takes its place. */
    private record Once(@Nullable Object result) {}

    /** One try; empty while a twin is at it. */
    private Optional<Once> attempt(InvocationContext endpoint, Owner owner, String request) throws Exception {
        try {
            return inTransaction(() -> {
                Claim claim = keys.claim(owner);
                if (claim.stored() != null) {
                    exchange.replay(checked(claim.stored(), request));
                    return Optional.of(new Once(null));
                }
                if (!claim.granted()) {
                    return Optional.empty();
                }
                Object result = endpoint.proceed();
                Reply reply = reply(endpoint.getMethod(), result);
                keys.store(owner, request, reply);
                exchange.reply(reply);
                return Optional.of(new Once(result));
            });
        } catch (PersistenceException e) {
            // The twin committed between our look and our claim: what we did is rolled back, its answer is there.
            if (e.getCause() instanceof SQLException refused
                    && UNIQUE_VIOLATION.equals(refused.getSQLState())
                    && String.valueOf(refused.getMessage()).contains("idempotency_key")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The stored answer, if it belongs to this request and the caller may still see what it shows. */
    private Reply checked(Stored stored, String request) {
        if (!stored.request().equals(request)) {
            throw HttpProblem.KEY_REUSED.because();
        }
        Reply reply = stored.reply();
        String path = reply.path();
        if (path != null && !checks.isVisible(path)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return reply;
    }

    private Reply reply(Method method, @Nullable Object result) throws Exception {
        if (result == null) {
            return Reply.of(NO_CONTENT, null, null);
        }
        ResponseStatus status = method.getAnnotation(ResponseStatus.class);
        return Reply.of(status == null ? OK : status.value(), result, json.writeValueAsString(result));
    }

    private Owner owner(Method method, String key) {
        UUID account = UUID.fromString(identity.getPrincipal().getName());
        Operation operation = method.getAnnotation(Operation.class);
        String name = operation == null ? method.getName() : operation.operationId();
        return new Owner(Ids.centerOf(account), account, name, key);
    }

    private String hash() {
        MessageDigest digest = Reply.sha256();
        digest.update((routing.request().uri() + '\n').getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(exchange.body()));
    }

    /** Some work that may throw anything. */
    private interface Work<T> {
        T run() throws Exception;
    }

    private static <T> T inTransaction(Work<T> work) throws Exception {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return work.run();
        }
        QuarkusTransaction.begin();
        boolean done = false;
        try {
            T result = work.run();
            done = true;
            return result;
        } finally {
            if (done) {
                QuarkusTransaction.commit();
            } else {
                QuarkusTransaction.rollback();
            }
        }
    }
}

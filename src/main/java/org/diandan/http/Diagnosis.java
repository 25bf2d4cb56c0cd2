package org.diandan.http;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;
import org.diandan.shared.Ids;
import org.diandan.shared.Refused;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds the refusal that whatever was thrown amounts to. What nobody expected becomes an incident in the log. */
@ApplicationScoped
class Diagnosis {

    private static final Logger LOG = Logger.getLogger(Diagnosis.class);
    private static final int SOON = 1;

    private final Ids ids;

    Diagnosis(Ids ids) {
        this.ids = ids;
    }

    Refused of(Throwable thrown) {
        Refused found = null;
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            Refused here = ofOne(cause);
            // What lies deeper tells more, but a status that the framework chose is better than nothing.
            found = here == null ? found : here;
            if (here != null && !(cause instanceof WebApplicationException)) {
                break;
            }
            cause = below(cause);
        }
        if (found == null || found.type() == HttpProblem.INTERNAL) {
            return incident(thrown);
        }
        if (found.type() == HttpProblem.UNAVAILABLE) {
            LOG.warnf("Unavailable: %s", thrown + " / " + cause);
        }
        return found;
    }

    /** The cause; of what failed at the end of a transaction, what the transaction manager has put beside it. */
    private static @Nullable Throwable below(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null && thrown.getSuppressed().length > 0 ? thrown.getSuppressed()[0] : cause;
    }

    private static @Nullable Refused ofOne(Throwable thrown) {
        if (thrown instanceof Refused refused) {
            return refused;
        }
        if (thrown instanceof UnauthorizedException) {
            return HttpProblem.UNAUTHENTICATED.because();
        }
        if (thrown instanceof AuthenticationException) {
            return HttpProblem.INVALID_TOKEN.because();
        }
        if (thrown instanceof ForbiddenException) {
            return HttpProblem.FORBIDDEN.because();
        }
        if (thrown instanceof OptimisticLockException
                || thrown instanceof StaleStateException
                || thrown instanceof PessimisticLockException
                || thrown instanceof LockTimeoutException) {
            return HttpProblem.LOST_RACE.because().retryAfter(SOON);
        }
        if (thrown instanceof SQLException failure) {
            return SqlDiagnosis.of(failure);
        }
        if (thrown instanceof RejectedExecutionException) {
            return HttpProblem.UNAVAILABLE.because().retryAfter(SOON);
        }
        if (ViolationFaults.isOfRequest(thrown)) {
            return Fault.refuse(ViolationFaults.of(thrown));
        }
        if (thrown instanceof WebApplicationException answered) {
            return ofStatus(answered.getResponse().getStatus());
        }
        return null;
    }

    /** The refusal for a status that the framework chose by itself. */
    static Refused ofStatus(int status) {
        return switch (status) {
            case 401 -> HttpProblem.UNAUTHENTICATED.because();
            case 403 -> HttpProblem.FORBIDDEN.because();
            case 404 -> HttpProblem.NOT_FOUND.because();
            case 405 -> HttpProblem.METHOD_NOT_ALLOWED.because();
            case 406 -> HttpProblem.NOT_ACCEPTABLE.because();
            case 413 -> RequestBody.tooLarge(RequestBody.GREATEST);
            case 415 -> HttpProblem.UNSUPPORTED_MEDIA_TYPE.because();
            case 503 -> HttpProblem.UNAVAILABLE.because().retryAfter(SOON);
            default ->
                status >= 400 && status < 500 ? HttpProblem.BAD_REQUEST.because() : HttpProblem.INTERNAL.because();
        };
    }

    private Refused incident(Throwable thrown) {
        String incident = ids.of(Ids.INSTALLATION).toString();
        LOG.errorf(thrown, "Incident %s", incident);
        return HttpProblem.INTERNAL.because(incident).with("incident", incident);
    }
}

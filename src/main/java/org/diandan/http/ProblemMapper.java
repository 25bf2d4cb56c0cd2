package org.diandan.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers with a problem whatever an endpoint, or the way to it, has thrown. */
class ProblemMapper {

    private static final int METHOD_NOT_ALLOWED = 405;

    private final Diagnosis diagnosis;
    private final AllowedMethods methods;
    private final ObjectMapper json;

    ProblemMapper(Diagnosis diagnosis, AllowedMethods methods, ObjectMapper json) {
        this.methods = methods;
        this.diagnosis = diagnosis;
        this.json = json;
    }

    /** The classes beside {@link Throwable} are those for which the platform brings a mapper of its own. */
    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        ValidationException.class,
        MismatchedInputException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        AuthenticationRedirectException.class
    })
    Response map(Throwable thrown, HttpHeaders headers, RoutingContext routing) throws JsonProcessingException {
        Locale language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = Problem.of(diagnosis.of(thrown), language);
        var response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(json.writeValueAsString(problem.body()));
        problem.headers().forEach(response::header);
        if (problem.status() == METHOD_NOT_ALLOWED) {
            response.header(HttpHeaders.ALLOW, methods.of(routing.normalizedPath()));
        }
        return response.build();
    }
}

package org.diandan.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Gives a good answer what goes with it: entity tag, location, language, and whether it may be kept. */
@Provider
class ReplyHeaders implements ContainerResponseFilter {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NOT_MODIFIED = 304;

    private final Exchange exchange;
    private final Language language;
    private final ObjectMapper json;
    private final String base;

    ReplyHeaders(
            Exchange exchange,
            Language language,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.rest.path") String base) {
        this.exchange = exchange;
        this.language = language;
        this.json = json;
        this.base = base;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        if (response.getStatus() >= OK && response.getStatus() < 300) {
            good(request, response);
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            boolean personal = request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION);
            headers.putSingle(HttpHeaders.CACHE_CONTROL, personal ? "private, no-store" : "no-cache");
        }
    }

    private void good(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        Reply reply = exchange.reply();
        if (reply == null && response.getEntity() instanceof Resource view) {
            reply = Reply.of(response.getStatus(), view, json.writeValueAsString(view));
        }
        if (reply != null) {
            give(reply, request, response);
        }
        if (exchange.isReplayed()) {
            response.getHeaders().putSingle(Idempotent.REPLAYED, "true");
        } else if (response.hasEntity()) {
            response.getHeaders()
                    .putSingle(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag());
        }
    }

    private void give(Reply reply, ContainerRequestContext request, ContainerResponseContext response) {
        String tag = reply.path() == null ? null : reply.tag();
        boolean known =
                tag != null && isRead(request) && matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag);
        // Both make the response anew, so its headers can be had only afterwards.
        response.setStatus(known ? NOT_MODIFIED : reply.status());
        response.setEntity(
                known ? null : reply.body(), response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        if (tag != null) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        }
        boolean isNew = reply.status() == CREATED || reply.status() == ACCEPTED;
        if (isNew && reply.path() != null) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, base + reply.path());
        }
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean matches(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || Arrays.stream(ifNoneMatch.split(","))
                                .map(each -> each.strip().replaceFirst("^W/", ""))
                                .anyMatch(tag::equals));
    }
}

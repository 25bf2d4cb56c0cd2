package org.diandan.notifications;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.diandan.identity.CurrentUser;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/stream")
@Tag(name = "notifications")
class StreamResource {

    /** How long a client that lost the stream waits before it comes again. */
    private static final long AGAIN_MILLIS = 2000;

    private final LiveStream stream;
    private final CurrentUser user;

    StreamResource(LiveStream stream, CurrentUser user) {
        this.stream = stream;
        this.user = user;
    }

    @GET
    @Authenticated
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "followStream",
            summary = "Tells as it happens what changes in the orders and tasks that the caller sees",
            description = """
                    Server-sent events. The first is `ready`: load what you show, and load it again where an event says
                    that it changed. An event's type is what happened, such as `order.take-on`, its data a JSON object
                    with the ids of what it happened to; `order.changed` where the caller does not read the order's
                    history. Whoever comes again sends the last id, be it that of `ready`, as `Last-Event-ID` and is told what came
                    meanwhile; `reset` instead of `ready` means that too much did: load all anew. A line that begins with
                    a colon says that the stream is still there. It ends when the token does, and at times by itself:
                    come again.""")
    @APIResponse(
            responseCode = "200",
            description = "Events, as they happen.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = """
                                    id: 01a205ea-be80-75ab-aa58-d6e0b2d69752
                                    event: order.take-on
                                    data: {"subject":"01a205ea-be80-75ab-aa58-d6e0b2bef475",\
                                    "order":"01a205ea-be80-75ab-aa58-d6e0b2bef475","at":"2026-11-23T01:00:00Z"}
                                    """))
    public Multi<OutboundSseEvent> follow(
            @Context HttpHeaders headers, @Context Sse sse, @HeaderParam("Last-Event-ID") @Nullable String last) {
        return stream.follow(user, headers.getHeaderString(HttpHeaders.AUTHORIZATION), last)
                .map(message -> event(sse, message));
    }

    private static OutboundSseEvent event(Sse sse, Message message) {
        var event = sse.newEventBuilder();
        if (message.name() == null) {
            return event.comment("").build();
        }
        return event.id(message.id())
                .name(message.name())
                .data(message.data())
                .reconnectDelay(AGAIN_MILLIS)
                .build();
    }
}

package org.diandan.orders;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.diandan.http.Language;
import org.diandan.shared.Choice;
import org.diandan.shared.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What people choose from when they use the verbs of an order, in both languages. */
@Path("/")
@Tag(name = "orders")
class ChoiceResource {

    private final Language language;

    ChoiceResource(Language language) {
        this.language = language;
    }

    @GET
    @Path("reasons")
    @PermitAll
    @Operation(operationId = "listReasons", summary = "The reasons that a verb takes, or all")
    public List<Choice> reasons(@RestQuery @Nullable OrderAction action) {
        return Arrays.stream(Reason.values())
                .filter(reason -> action == null || reason.isFor(action))
                .map(reason -> new Choice(reason.name(), Texts.of(reason, language.locale())))
                .toList();
    }

    @GET
    @Path("channels")
    @PermitAll
    @Operation(operationId = "listChannels", summary = "How an order can reach us")
    public List<Choice> channels() {
        return Choice.of(Channel.class, language.locale());
    }

    @GET
    @Path("order-states")
    @PermitAll
    @Operation(operationId = "listOrderStates", summary = "Where an order can stand")
    public List<Choice> states() {
        return Choice.of(OrderState.class, language.locale());
    }

    @GET
    @Path("order-actions")
    @PermitAll
    @Operation(operationId = "listOrderActions", summary = "The verbs of an order")
    public List<Choice> actions() {
        return Choice.of(OrderAction.class, language.locale());
    }
}

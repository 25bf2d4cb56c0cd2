package org.diandan.orders;

import static org.diandan.shared.Role.Names.CLERK;
import static org.diandan.shared.Role.Names.DISPATCHER;
import static org.diandan.shared.Role.Names.EXPERT;
import static org.diandan.shared.Role.Names.LEADER;
import static org.diandan.shared.Role.Names.RESIDENT;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.diandan.orders.OrderCommands.*;
import org.diandan.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Orders over HTTP: each verb has its own path. */
@Path("/orders")
@Tag(name = "orders")
class OrderResource {

    private final Placing placing;
    private final Ordering ordering;
    private final RatingOrders rating;
    private final OrderLists lists;
    private final OrderHistory history;

    OrderResource(Placing placing, Ordering ordering, RatingOrders rating, OrderLists lists, OrderHistory history) {
        this.placing = placing;
        this.ordering = ordering;
        this.rating = rating;
        this.lists = lists;
        this.history = history;
    }

    @POST
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "placeOrder", summary = "Places an order, for oneself or for somebody who consented")
    public OrderView place(@NotNull @Valid PlaceOrder request) {
        return placing.place(request);
    }

    @GET
    @Authenticated
    @Operation(operationId = "listOrders", summary = "Lists the caller's orders, or the board of the caller's areas")
    public Page<OrderLine> list(@Valid @BeanParam OrderFilter filter) {
        return lists.list(filter);
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getOrder", summary = "An order, as much of it as the caller may see")
    public OrderView get(@PathParam("id") UUID id) {
        return ordering.get(id);
    }

    @GET
    @Path("{id}/history")
    @Authenticated
    @Operation(operationId = "listOrderHistory", summary = "What happened to the order, the oldest first")
    public Page<HistoryLine> history(
            @PathParam("id") UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return history.list(id, cursor, limit);
    }

    @POST
    @Path("{id}/notes")
    @RolesAllowed({CLERK, DISPATCHER, LEADER, EXPERT})
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "writeOrderNote", summary = "Writes an internal note that residents never see")
    public HistoryLine note(@PathParam("id") UUID id, @NotNull @Valid WriteNote request) {
        return history.note(id, request);
    }

    @GET
    @Path("{id}/similar")
    @RolesAllowed(DISPATCHER)
    @Operation(
            operationId = "listSimilarOrders",
            summary = "Open orders of the same resident for the same service: possible duplicates")
    public Page<OrderLine> similar(@PathParam("id") UUID id) {
        return ordering.similar(id);
    }

    @POST
    @Path("{id}/take-on")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(operationId = "takeOnOrder", summary = "Takes a submitted order on and looks for a team")
    public OrderView takeOn(@PathParam("id") UUID id, @NotNull @Valid TakeOnOrder request) {
        return ordering.takeOn(id, request);
    }

    @POST
    @Path("{id}/ask")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(operationId = "askResident", summary = "Asks the resident's side a question; the first look waits")
    public OrderView ask(@PathParam("id") UUID id, @NotNull @Valid AskResident request) {
        return ordering.ask(id, request);
    }

    @POST
    @Path("{id}/answer")
    @RolesAllowed({RESIDENT, CLERK})
    @Idempotent
    @Operation(operationId = "answerQuestion", summary = "Answers the question that was asked")
    public OrderView answer(@PathParam("id") UUID id, @NotNull @Valid AnswerQuestion request) {
        return ordering.answer(id, request);
    }

    @POST
    @Path("{id}/refuse")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(operationId = "refuseOrder", summary = "Refuses an order with a reason; one appeal is possible")
    public OrderView refuse(@PathParam("id") UUID id, @NotNull @Valid GiveReason request) {
        return ordering.refuse(id, request);
    }

    @POST
    @Path("{id}/appeal")
    @RolesAllowed({RESIDENT, CLERK})
    @Idempotent
    @Operation(operationId = "appealRefusal", summary = "Appeals against a refusal, once, within seven days")
    public OrderView appeal(@PathParam("id") UUID id, @NotNull @Valid AppealRefusal request) {
        return ordering.appeal(id, request);
    }

    @POST
    @Path("{id}/merge")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(operationId = "mergeOrder", summary = "Merges a duplicate into an open order of the same Center")
    public OrderView merge(@PathParam("id") UUID id, @NotNull @Valid MergeOrder request) {
        return ordering.merge(id, request);
    }

    @POST
    @Path("{id}/unmerge")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(operationId = "unmergeOrder", summary = "Takes a merged order back out")
    public OrderView unmerge(@PathParam("id") UUID id) {
        return ordering.unmerge(id);
    }

    @POST
    @Path("{id}/transfer")
    @RolesAllowed(DISPATCHER)
    @Idempotent
    @Operation(operationId = "transferOrder", summary = "Places a linked order at another Center and ends this one")
    public OrderView transfer(@PathParam("id") UUID id, @NotNull @Valid TransferOrder request) {
        return ordering.transfer(id, request);
    }

    @POST
    @Path("{id}/agree-time")
    @RolesAllowed({RESIDENT, CLERK})
    @Idempotent
    @Operation(operationId = "agreeTime", summary = "Agrees to the planned visits")
    public OrderView agreeTime(@PathParam("id") UUID id, @NotNull @Valid AgreeTime request) {
        return ordering.agreeTime(id, request);
    }

    @POST
    @Path("{id}/rate")
    @RolesAllowed({RESIDENT, CLERK})
    @Idempotent
    @Operation(operationId = "rateOrder", summary = "Rates what was done; can be changed for seven days")
    public OrderView rate(@PathParam("id") UUID id, @NotNull @Valid RateOrder request) {
        return rating.rate(id, request);
    }

    @POST
    @Path("{id}/reopen")
    @RolesAllowed({RESIDENT, DISPATCHER})
    @Idempotent
    @Operation(operationId = "reopenOrder", summary = "Begins a new round; the same team is asked first")
    public OrderView reopen(@PathParam("id") UUID id, @NotNull @Valid ReopenOrder request) {
        return ordering.reopen(id, request);
    }

    @POST
    @Path("{id}/hold")
    @RolesAllowed({DISPATCHER, LEADER})
    @Idempotent
    @Operation(operationId = "holdOrder", summary = "Puts an order on hold until a review date")
    public OrderView hold(@PathParam("id") UUID id, @NotNull @Valid HoldOrder request) {
        return ordering.hold(id, request);
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed({DISPATCHER, LEADER})
    @Idempotent
    @Operation(operationId = "resumeOrder", summary = "Goes on with an order that was on hold")
    public OrderView resume(@PathParam("id") UUID id) {
        return ordering.resume(id);
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({RESIDENT, CLERK, DISPATCHER})
    @Idempotent
    @Operation(operationId = "cancelOrder", summary = "Cancels an order that is not yet being served")
    public OrderView cancel(@PathParam("id") UUID id, @NotNull @Valid GiveReason request) {
        return ordering.cancel(id, request);
    }
}

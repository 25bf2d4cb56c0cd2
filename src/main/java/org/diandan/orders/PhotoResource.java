package org.diandan.orders;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.diandan.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The photos of an order over HTTP. */
@Path("/orders")
@Tag(name = "orders")
class PhotoResource {

    private final Photos photos;

    PhotoResource(Photos photos) {
        this.photos = photos;
    }

    @POST
    @Path("{id}/photos")
    @Authenticated
    @Idempotent
    @Consumes({"image/jpeg", "image/png"})
    @ResponseStatus(201)
    @Operation(operationId = "addOrderPhoto", summary = "Adds a photo of the need or of what was done")
    public PhotoLine add(@PathParam("id") UUID id, byte[] bytes) {
        return photos.add(id, bytes);
    }

    @GET
    @Path("{id}/photos")
    @Authenticated
    @Operation(operationId = "listOrderPhotos", summary = "Lists the photos of an order")
    public List<PhotoLine> list(@PathParam("id") UUID id) {
        return photos.list(id);
    }

    @GET
    @Path("{id}/photos/{photo}")
    @Authenticated
    @Produces({"image/jpeg", "image/png"})
    @Operation(operationId = "getOrderPhoto", summary = "The photo itself")
    public Response get(@PathParam("id") UUID id, @PathParam("photo") UUID photo) {
        Photo found = photos.get(id, photo);
        return Response.ok(found.bytes(), found.format()).build();
    }
}

package org.diandan.walls;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Status;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.hibernate.Session;

/**
 * Lets a test ask what would happen: a request with this header is answered as ever, and what it did is rolled back. So
 * each cell of the matrix finds the same world, however many verbs the others were allowed. In tests alone.
 */
@Provider
class DryRun implements ContainerRequestFilter, ContainerResponseFilter {

    static final String HEADER = "X-Dry-Run";

    private final Session session;

    DryRun(Session session) {
        this.session = session;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        // A stream is answered by another thread, and writes nothing.
        boolean streams = request.getUriInfo().getPath().endsWith("/stream");
        if (request.getHeaderString(HEADER) != null && !streams) {
            QuarkusTransaction.begin();
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getHeaderString(HEADER) == null || QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            return;
        }
        try {
            if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
                // What the database would say to it when it is committed.
                session.flush();
            }
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}

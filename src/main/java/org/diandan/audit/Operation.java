package org.diandan.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** The operation of the contract that this request asks for. */
@RequestScoped
class Operation {

    /** Where there is no request: a timer, or the program at its start. */
    static final String NONE = "program";

    private String name = NONE;

    String name() {
        return name;
    }

    void isCalled(String operationId) {
        name = operationId;
    }

    /** Notes which operation a request has come to. */
    @Provider
    static class Note implements ContainerRequestFilter {

        private final Operation operation;

        @Context
        @Nullable
        ResourceInfo endpoint;

        Note(Operation operation) {
            this.operation = operation;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            var declared = endpoint == null
                    ? null
                    : endpoint.getResourceMethod()
                            .getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
            if (declared != null) {
                operation.isCalled(declared.operationId());
            }
        }
    }
}

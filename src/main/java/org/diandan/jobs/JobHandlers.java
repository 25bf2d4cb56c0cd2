package org.diandan.jobs;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who does which kind of job. */
@ApplicationScoped
class JobHandlers {

    private final Map<String, JobHandler> byKind = new HashMap<>();

    JobHandlers(@All List<JobHandler> handlers) {
        for (JobHandler handler : handlers) {
            if (byKind.put(handler.kind(), handler) != null) {
                throw new IllegalStateException("Two handlers for jobs of kind " + handler.kind());
            }
        }
    }

    JobHandler of(String kind) {
        JobHandler handler = byKind.get(kind);
        if (handler == null) {
            throw new IllegalStateException("No handler for jobs of kind " + kind);
        }
        return handler;
    }
}

package org.diandan.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact that has happened and is kept.
 *
 * @param id its own id, the same at each delivery: by it a subscriber knows what it has had
 * @param center where it happened, six digits
 * @param type what happened, as CloudEvents name it, such as {@code order.taken-on}
 * @param subject what it happened to
 * @param at when it happened
 * @param data an object with what else is to be known; no personal data
 */
public record OutboxEvent(UUID id, String center, String type, UUID subject, Instant at, JsonNode data) {}

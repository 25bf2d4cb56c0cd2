package org.diandan.orders;

import java.time.Instant;
import java.util.UUID;

/**
 * A photo of an order in a list.
 *
 * @param format {@code image/jpeg} or {@code image/png}
 */
public record PhotoLine(UUID id, int round, String format, Instant at) {}

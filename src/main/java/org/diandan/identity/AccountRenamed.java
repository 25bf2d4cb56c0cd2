package org.diandan.identity;

import java.util.UUID;

/** News: somebody said what they are called. Told in the same transaction. */
public record AccountRenamed(UUID account, String before, String after) {}

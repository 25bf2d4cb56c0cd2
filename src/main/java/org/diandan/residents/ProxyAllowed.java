package org.diandan.residents;

import java.util.UUID;

/** News: from now on an account may order, follow and rate for a resident. Told in the same transaction. */
public record ProxyAllowed(UUID resident, UUID account) {}

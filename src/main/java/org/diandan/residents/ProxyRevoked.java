package org.diandan.residents;

import java.util.UUID;

/** News: an account may no longer act for a resident, from this moment. Told in the same transaction. */
public record ProxyRevoked(UUID resident, UUID account) {}

package org.diandan.residents;

import jakarta.validation.constraints.Size;

/** Somebody takes up an invitation to act for a resident. */
record AcceptInvitation(@Size(max = 20) String invitation) {}

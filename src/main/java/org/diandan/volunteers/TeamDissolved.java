package org.diandan.volunteers;

import java.util.UUID;

/** News, in the same transaction: the team is no more, and hands back what it has. */
public record TeamDissolved(UUID team) {}

package org.diandan.volunteers;

import java.util.UUID;

/** News, in the same transaction: the account is no longer a member of the team, nor its leader or expert. */
public record MemberLeft(UUID team, UUID account) {}

package org.diandan.identity;

import java.util.UUID;

/** An account was granted something, lost it, or was suspended or reopened: what was read about it is old. */
record GrantsChanged(UUID account) {}

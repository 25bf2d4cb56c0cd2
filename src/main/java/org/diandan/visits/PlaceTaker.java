package org.diandan.visits;

import java.util.UUID;
import org.diandan.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a place, and by whose act.
 *
 * @param by the volunteer, or whoever typed the consent that was heard
 * @param heardBy the name of who heard the consent; none for the volunteer's own act
 */
public record PlaceTaker(UUID volunteer, Actor by, @Nullable String heardBy) {}

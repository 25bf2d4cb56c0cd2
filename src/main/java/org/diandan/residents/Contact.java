package org.diandan.residents;

import org.jspecify.annotations.Nullable;

/**
 * How a resident is called, reached and found, in full: only for those who may see it.
 *
 * @param phone absent only for someone who has an account without one
 */
public record Contact(
        String name, @Nullable String phone, @Nullable String address) {}

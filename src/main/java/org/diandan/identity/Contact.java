package org.diandan.identity;

import org.jspecify.annotations.Nullable;

/** How an account's person is called and reached. */
public record Contact(String name, @Nullable String phone) {}

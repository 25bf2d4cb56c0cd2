package org.diandan.residents;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A resident allows somebody to act for them. Residents give neither phone nor consent and get an invitation to pass on;
 * staff give both.
 *
 * @param phone with which the proxy signs in
 * @param consent how the resident said so
 */
record AddProxy(
        Relation relation,
        @Nullable @Pattern(regexp = "1[3-9][0-9]{9}") String phone,
        @Nullable ConsentBy consent) {}

package org.diandan.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody shows their second factor: a code of the app, or, to remove it, a recovery code. */
record ShowSecondFactor(@NotBlank @Size(max = 40) String code) {

    /** A code must not stand in a log. */
    @Override
    public String toString() {
        return "ShowSecondFactor[]";
    }
}

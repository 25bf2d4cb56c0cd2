package org.diandan.identity;

import jakarta.validation.constraints.Size;

/** Somebody signs out on this device. */
record SignOut(@Size(max = 200) String refreshToken) {

    /** A token must not stand in a log. */
    @Override
    public String toString() {
        return "SignOut[]";
    }
}

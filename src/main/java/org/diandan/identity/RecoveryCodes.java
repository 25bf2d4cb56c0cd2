package org.diandan.identity;

import java.util.List;

/** Codes for the day that the phone is lost, each good once; shown once. */
record RecoveryCodes(List<String> codes) {

    /** Codes must not stand in a log. */
    @Override
    public String toString() {
        return "RecoveryCodes[]";
    }
}

package org.diandan.identity;

import jakarta.validation.constraints.Pattern;

/** Somebody asks for a code to sign in with. */
record AskForCode(@Pattern(regexp = PHONE) String phone) {

    /** A mobile number of mainland China, the only ones that get our messages. */
    static final String PHONE = "1[3-9][0-9]{9}";
}

package org.diandan.residents;

/** What may be done to a resident's record. */
enum ResidentAction {
    CORRECT,
    CONSENT,
    WITHDRAW,
    ADD_PROXY,
    REVOKE_PROXY
}

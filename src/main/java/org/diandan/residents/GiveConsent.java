package org.diandan.residents;

/**
 * A resident agrees to something.
 *
 * @param version of the text that was read, see {@code GET /consents}
 */
record GiveConsent(ConsentPurpose purpose, int version, ConsentBy by) {

    Consent consent() {
        return new Consent(by, version, purpose);
    }
}

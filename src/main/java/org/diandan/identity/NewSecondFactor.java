package org.diandan.identity;

/**
 * What an app needs to show codes; shown once.
 *
 * @param secret to be typed, in Base32
 * @param uri the same as an address of the scheme {@code otpauth}, to be shown as a QR code
 */
record NewSecondFactor(String secret, String uri) {

    /** A secret must not stand in a log. */
    @Override
    public String toString() {
        return "NewSecondFactor[]";
    }
}

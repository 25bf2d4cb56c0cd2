package org.diandan.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * A seal of a Center's chain.
 *
 * @param first the first entry that it covers
 * @param last the last entry that it covers
 * @param entries how many it covers
 * @param previous the hash of the seal before; zeros before the first
 * @param hash SHA-256 over the entries and the seal before, in hexadecimal
 */
record SealLine(
        String center,
        long number,
        Instant sealedAt,
        UUID first,
        UUID last,
        int entries,
        String previous,
        String hash) {

    static SealLine of(Seal seal) {
        int count = seal.entries().size();
        return new SealLine(
                seal.center(),
                seal.number(),
                seal.sealedAt(),
                seal.entries().get(0),
                seal.entries().get(count - 1),
                count,
                seal.previous(),
                seal.hash());
    }
}

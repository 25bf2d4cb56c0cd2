package org.diandan.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Two sets of keys in one text: those that seal (AES-256-GCM) and those that mark (HMAC-SHA-256). Of each the primary one
 * is used for what is new; with the others can be opened what is there. What is sealed begins with the id of its key. The
 * keys are Tink's, and so is the form of each set (its JSON). Immutable.
 */
final class KeySet {

    /** Tink's prefix of what is sealed: a byte that says which form, then the id of the key. */
    static final int PREFIX = 5;

    /** What a mark begins with. */
    static final int KEY_ID = 4;

    /** 128 bits, so that two numbers do not share a mark by chance. */
    private static final int MAC = 16;

    private static final byte FORM = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which of the two sets. */
    enum Kind {
        SEALING(PredefinedAeadParameters.AES256_GCM),
        MARKS(PredefinedPrfParameters.HMAC_SHA256_PRF);

        private final Parameters parameters;

        Kind(Parameters parameters) {
            this.parameters = parameters;
        }
    }

    /**
     * A key of the set.
     *
     * @param id as Tink numbers it, an unsigned 32-bit number
     * @param fingerprint what tells it from others and gives nothing of it away, in hexadecimal
     * @param isPrimary whether it is used for what is new
     */
    record Known(Kind kind, long id, String fingerprint, boolean isPrimary) {}

    private final KeysetHandle sealing;
    private final KeysetHandle marks;
    private final Aead aead;
    private final PrfSet prfs;
    private final List<Known> keys = new ArrayList<>();

    private KeySet(KeysetHandle sealing, KeysetHandle marks) {
        this.sealing = sealing;
        this.marks = marks;
        try {
            aead = sealing.getPrimitive(RegistryConfiguration.get(), Aead.class);
            prfs = marks.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a set of keys", e);
        }
        keys.addAll(known(Kind.SEALING));
        keys.addAll(known(Kind.MARKS));
    }

    /** A new one, with one key of each kind. */
    static KeySet made() {
        try {
            return new KeySet(
                    KeysetHandle.generateNew(Kind.SEALING.parameters), KeysetHandle.generateNew(Kind.MARKS.parameters));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException if the text is no set of keys; it does not repeat it */
    static KeySet parsed(String text) {
        try {
            JsonNode both = JSON.readTree(text);
            return new KeySet(handle(both.path("sealing")), handle(both.path("marks")));
        } catch (JsonProcessingException | GeneralSecurityException e) {
            // Neither of them as the cause: a parser's message may show what it read.
            throw new IllegalArgumentException(
                    "Not a set of keys: " + e.getClass().getSimpleName());
        }
    }

    private static KeysetHandle handle(JsonNode set) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(set.toString(), InsecureSecretKeyAccess.get());
    }

    /** The keys themselves. */
    String text() {
        var both = JSON.createObjectNode();
        both.set("sealing", json(sealing));
        both.set("marks", json(marks));
        return both.toPrettyString() + "\n";
    }

    private static JsonNode json(KeysetHandle handle) {
        try {
            return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] seal(SealedColumn column, String text) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), column.place());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String open(SealedColumn column, byte[] sealed) {
        if (sealed.length < PREFIX || sealed[0] != FORM) {
            throw new NotOpened(column, "it is nothing sealed");
        }
        if (!knows(sealedWith(sealed))) {
            throw new NotOpened(column, "key " + sealedWith(sealed) + " is not there");
        }
        try {
            return new String(aead.decrypt(sealed, column.place()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new NotOpened(column, "sealed for another place, or changed");
        }
    }

    /** The id of the key, and an HMAC-SHA-256 under it. */
    byte[] mark(MarkedColumn column, String number) {
        try {
            byte[] mac = prfs.computePrimary(column.text(number), MAC);
            return ByteBuffer.allocate(KEY_ID + MAC)
                    .putInt(prfs.getPrimaryId())
                    .put(mac)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of the key that something was sealed with. */
    static long sealedWith(byte[] sealed) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(sealed).getInt(1));
    }

    /** What everything begins with that the key of this id sealed. */
    static byte[] prefixOf(long id) {
        return ByteBuffer.allocate(PREFIX).put(FORM).putInt((int) id).array();
    }

    boolean knows(long id) {
        return keys.stream().anyMatch(key -> key.kind() == Kind.SEALING && key.id() == id);
    }

    /** The id of the key that is used for what is new. */
    long primary(Kind kind) {
        return Integer.toUnsignedLong(of(kind).getPrimary().getId());
    }

    List<Known> keys() {
        return List.copyOf(keys);
    }

    List<Known> keys(Kind kind) {
        return keys.stream().filter(key -> key.kind() == kind).toList();
    }

    private List<Known> known(Kind kind) {
        var known = new ArrayList<Known>();
        for (JsonNode key : json(of(kind)).path("key")) {
            long id = key.path("keyId").asLong();
            String value = key.path("keyData").path("value").asText();
            known.add(new Known(kind, id, sha256(kind + " " + id + " " + value), id == primary(kind)));
        }
        return known;
    }

    /** The same with one more key, which is not used for what is new yet. */
    KeySet with(Kind kind) {
        return changed(
                kind,
                set -> set.addEntry(KeysetHandle.generateEntryFromParameters(kind.parameters)
                        .withRandomId()));
    }

    /** The same with another key for what is new. */
    KeySet led(Kind kind, long id) {
        return changed(kind, set -> set.getAt(place(kind, id)).makePrimary());
    }

    /** The same without a key. */
    KeySet without(Kind kind, long id) {
        return changed(kind, set -> set.deleteAt(place(kind, id)));
    }

    private KeySet changed(Kind kind, Consumer<KeysetHandle.Builder> change) {
        try {
            var set = KeysetHandle.newBuilder(of(kind));
            change.accept(set);
            return kind == Kind.SEALING ? new KeySet(set.build(), marks) : new KeySet(sealing, set.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int place(Kind kind, long id) {
        return IntStream.range(0, of(kind).size())
                .filter(at -> Integer.toUnsignedLong(of(kind).getAt(at).getId()) == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No key " + id));
    }

    private KeysetHandle of(Kind kind) {
        return switch (kind) {
            case SEALING -> sealing;
            case MARKS -> marks;
        };
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

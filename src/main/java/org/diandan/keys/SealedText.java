package org.diandan.keys;

import jakarta.enterprise.inject.Instance;
import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** A text of an entity that its column holds sealed. Each column has a class of its own, which names it. */
public abstract class SealedText implements AttributeConverter<String, byte[]> {

    private final SealedColumn column;
    private final Instance<Keys> keys;

    /** @param keys looked up when first needed: converters are made before there is a configuration */
    protected SealedText(SealedColumn column, Instance<Keys> keys) {
        this.column = column;
        this.keys = keys;
    }

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable String text) {
        return text == null ? null : keys.get().seal(column, text);
    }

    @Override
    public @Nullable String convertToEntityAttribute(byte @Nullable [] sealed) {
        return sealed == null ? null : keys.get().open(column, sealed);
    }
}

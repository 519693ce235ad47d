package dev.hearth.platform.resource;

import jakarta.ws.rs.core.EntityTag;

/** A representation whose version is its {@code ETag}. */
public interface Versioned {
    /** Grows with every change, 1 or more. */
    long version();

    /** The strong entity tag of a version: {@code "7"}. */
    static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}

package dev.hearth.platform.idempotency;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The key of a request that must take effect once: a {@code @BeanParam}. {@link KeyedPost} refuses its absence. */
public final class IdempotencyKey {
    @HeaderParam(KeyedRequest.HEADER)
    @Parameter(
            required = true,
            description = "a new one for each new request, the same for each repeat",
            example = "5f0c6a2e-7d0c-4a55-9f0e-3a1b2c3d4e5f")
    @Nullable
    String value;

    public IdempotencyKey() {}

    @Nullable
    String value() {
        return value;
    }
}

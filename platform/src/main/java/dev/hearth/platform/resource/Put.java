package dev.hearth.platform.resource;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What came of putting a resource under a name that the caller chose.
 *
 * @param <T> the resource
 */
public sealed interface Put<T> {
    /** The resource as it is now. */
    T value();

    /** It was not there before. */
    record Created<T>(T value) implements Put<T> {}

    /** It was there before, changed by this or not. */
    record Existing<T>(T value) implements Put<T> {}

    default <U> Put<U> map(Function<? super T, ? extends U> mapping) {
        return switch (this) {
            case Created<T>(T created) -> new Created<>(mapping.apply(created));
            case Existing<T>(T existing) -> new Existing<>(mapping.apply(existing));
        };
    }

    /** 201 with {@code Location}, or 200; with the version as {@code ETag}. */
    static <V extends Versioned> RestResponse<V> answer(Put<V> put, URI location) {
        RestResponse.ResponseBuilder<V> answer = switch (put) {
            case Created<V> created ->
                RestResponse.ResponseBuilder.<V>create(Response.Status.CREATED).location(location);
            case Existing<V> existing -> RestResponse.ResponseBuilder.create(Response.Status.OK);
        };
        return answer.entity(put.value())
                .tag(Versioned.tag(put.value().version()))
                .build();
    }

    /** 200 with the version as {@code ETag}. */
    static <V extends Versioned> RestResponse<V> answer(V view) {
        return RestResponse.ResponseBuilder.ok(view)
                .tag(Versioned.tag(view.version()))
                .build();
    }
}

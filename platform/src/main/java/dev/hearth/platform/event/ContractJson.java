package dev.hearth.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * The JSON form of contract records: camelCase, RFC 3339 times, absent instead of null, unknown properties ignored (so
 * that additions break no reader). What is not {@code @Nullable} must be there: a record that was read is whole.
 */
public final class ContractJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new RequiredComponents())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private ContractJson() {}

    public static byte[] write(Record contract) {
        try {
            return MAPPER.writeValueAsBytes(contract);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a contract record: " + contract.getClass(), e);
        }
    }

    /** Reads a payload; fails with {@link UnreadableEventException} if it is not one of {@code type}. */
    public static <T extends Record> T read(byte[] json, Class<T> type) {
        try {
            T read = MAPPER.readValue(json, type);
            if (read == null) {
                throw new UnreadableEventException("payload is null, expected " + type.getSimpleName(), null);
            }
            return read;
        } catch (IOException e) {
            throw new UnreadableEventException("payload is not a " + type.getSimpleName() + ": " + reason(e), e);
        }
    }

    /**
     * The same, where the reader must understand all that was written, as for what a database keeps: an unknown
     * property is refused too.
     */
    public static <T extends Record> T readStrictly(byte[] json, Class<T> type) {
        try {
            T read = MAPPER.readerFor(type)
                    .with(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(json);
            if (read == null) {
                throw new UnreadableEventException("document is null, expected " + type.getSimpleName(), null);
            }
            return read;
        } catch (IOException e) {
            throw new UnreadableEventException("document is not a " + type.getSimpleName() + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.toString();
    }
}

package dev.hearth.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox as it is read.
 *
 * @param id its number: per key, the order of sending
 * @param data the payload; null is a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one batch, compared by nobody
record OutboxRow(long id, String topic, String key, JsonObject headers, byte @Nullable [] data) {
    static OutboxRow of(Row row) {
        var data = row.getBuffer("data");
        return new OutboxRow(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getJsonObject("headers"),
                data == null ? null : data.getBytes());
    }

    /** What is kept of an event's headers: what is its own. */
    static JsonObject headersOf(CloudEvent event) {
        JsonObject json = new JsonObject();
        KafkaCodec.ownHeaders(event, json::put);
        return json;
    }

    ProducerRecord<String, byte @Nullable []> toRecord() {
        ProducerRecord<String, byte @Nullable []> sent = new ProducerRecord<>(topic, null, key, data);
        for (Map.Entry<String, Object> header : headers) {
            sent.headers().add(header.getKey(), header.getValue().toString().getBytes(UTF_8));
        }
        KafkaCodec.addCommonHeaders(headers.getString(KafkaCodec.TYPE), sent.headers());
        return sent;
    }
}

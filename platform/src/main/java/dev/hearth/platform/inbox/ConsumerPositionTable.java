package dev.hearth.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The positions of one consumer in PostgreSQL, table {@code consumer_position}. */
public final class ConsumerPositionTable {
    private static final String OPEN = """
            insert into consumer_position (consumer, topic, partition, position) values ($1, $2, $3, 0)
            on conflict (consumer, topic, partition) do update set position = consumer_position.position
            returning position
            """;
    private static final String ADVANCE = """
            update consumer_position set position = $5
            where consumer = $1 and topic = $2 and partition = $3 and position = $4
            """;
    private static final String ALL = "select topic, partition, position from consumer_position where consumer = $1";

    private final String consumer;

    /** @param consumer the consumer group's name */
    public ConsumerPositionTable(String consumer) {
        this.consumer = consumer;
    }

    /** The stored position; 0 is stored where there is none. For {@link PartitionHandler#open}. */
    public Uni<Long> open(SqlClient client, TopicPartition partition) {
        return client.preparedQuery(OPEN)
                .execute(Tuple.of(consumer, partition.topic(), partition.partition()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /**
     * Moves the position in the transaction that is open on {@code connection}, and locks it until the end of that:
     * best before the effects, so that whoever lost the partition fails at once. Fails with
     * {@link StalePositionException} if it is not the batch's {@code from}.
     */
    public Uni<Void> advance(SqlConnection connection, PartitionBatch<?> batch) {
        TopicPartition partition = batch.partition();
        return connection
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(consumer, partition.topic(), partition.partition(), batch.from(), batch.to()))
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw new StalePositionException(partition, batch.from());
                    }
                })
                .replaceWithVoid();
    }

    /** All stored positions, for {@link ConsumerPositions}. */
    public Uni<Map<TopicPartition, Long>> all(SqlClient client) {
        return client.preparedQuery(ALL).execute(Tuple.of(consumer)).map(rows -> {
            Map<TopicPartition, Long> positions = new HashMap<>();
            for (Row row : rows) {
                positions.put(new TopicPartition(row.getString(0), row.getInteger(1)), row.getLong(2));
            }
            return positions;
        });
    }
}

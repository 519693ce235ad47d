package dev.hearth.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.fixture.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A handler whose effects are rows: one for each record, in the transaction of the position. */
class Ledger implements PartitionHandler<String> {
    static final String TABLE =
            "create table effect (nth bigint generated always as identity, partition int, word text)";
    private final Pool pool;
    private final ConsumerPositionTable positions;
    final Set<TopicPartition> closed = ConcurrentHashMap.newKeySet();

    Ledger(TestDatabase database, String consumer) {
        this.pool = database.pool();
        this.positions = new ConsumerPositionTable(consumer);
    }

    @Override
    public String decode(ConsumerRecord<String, byte[]> read) {
        String word = new String(read.value(), UTF_8);
        if (word.startsWith("unreadable")) {
            throw new IllegalArgumentException("this is not a word: " + word);
        }
        return word;
    }

    @Override
    public Uni<Long> open(TopicPartition partition) {
        return positions.open(pool, partition);
    }

    @Override
    public Uni<Void> apply(PartitionBatch<String> batch) {
        return pool.withTransaction(
                connection -> positions.advance(connection, batch).chain(() -> effects(connection, batch)));
    }

    @Override
    public void close(TopicPartition partition) {
        closed.add(partition);
    }

    Uni<Void> effects(SqlConnection connection, PartitionBatch<String> batch) {
        List<String> words = batch.events();
        if (words.stream().anyMatch(word -> word.startsWith("poison"))) {
            return Uni.createFrom().failure(new IllegalStateException("this word cannot be applied"));
        }
        return connection
                .preparedQuery("insert into effect (partition, word) select $1, w.word from unnest($2::text[])"
                        + " with ordinality as w(word, nth) order by w.nth")
                .execute(Tuple.of(batch.partition().partition(), words.toArray(String[]::new)))
                .replaceWithVoid();
    }
}

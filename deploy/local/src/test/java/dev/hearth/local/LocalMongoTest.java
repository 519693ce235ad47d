package dev.hearth.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMongoTest {

    @Test
    void keepsPortAndDocumentsOverAStop(@TempDir Path directory) {
        try (var mongo = LocalMongo.start(directory)) {
            var port = mongo.port();
            try (var client = client(mongo)) {
                client.getDatabase("test").getCollection("things").insertOne(new Document("_id", 1));
            }
            mongo.stop();
            assertThat(mongo.running()).isFalse();
            assertThat(Ports.isFree(port)).isTrue();
            mongo.restart();
            assertThat(mongo.port()).isEqualTo(port);
            assertThat(count(mongo)).isEqualTo(1);
        }
    }

    @Test
    void servesAgainAfterAKill(@TempDir Path directory) {
        try (var mongo = LocalMongo.start(directory)) {
            try (var client = client(mongo)) {
                client.getDatabase("test").getCollection("things").insertOne(new Document("_id", 1));
            }
            mongo.restart();
            mongo.kill();
            assertThat(mongo.running()).isFalse();
            mongo.restart();
            assertThat(count(mongo)).isEqualTo(1);
        }
    }

    private static long count(LocalMongo mongo) {
        try (var client = client(mongo)) {
            return client.getDatabase("test").getCollection("things").countDocuments();
        }
    }

    private static MongoClient client(LocalMongo mongo) {
        return MongoClients.create(mongo.connectionString());
    }
}

package dev.hearth.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {
    @Test
    void aRefusedOrTimedOutConnectionIsAnOutageHoweverDeepItLies() {
        assertThat(Outage.isOutage(new ConnectException())).isTrue();
        assertThat(Outage.isOutage(new IllegalStateException(new CompletionException(new TimeoutException()))))
                .isTrue();
        assertThat(Outage.isOutage(new NotLeaderOrFollowerException("moving"))).isTrue();
    }

    @Test
    void aFaultThatWouldComeAgainIsNoOutage() {
        assertThat(Outage.isOutage(null)).isFalse();
        assertThat(Outage.isOutage(new IllegalArgumentException())).isFalse();
        assertThat(Outage.isOutage(new JsonParseException("not JSON"))).isFalse();
        assertThat(Outage.isOutage(new RecordTooLargeException())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "08006,true",
        "28P01,true",
        "57P01,true",
        "58030,true",
        "53300,true",
        "40P01,true",
        "25006,true",
        "55P03,true",
        "25001,false",
        "22003,false",
        "23505,false",
        "42P01,false"
    })
    void anSqlFaultIsAnOutageByItsClass(String sqlState, boolean outage) {
        assertThat(Outage.isOutage(new RuntimeException(new PgException("fault", "ERROR", sqlState, ""))))
                .isEqualTo(outage);
    }

    @ParameterizedTest
    @CsvSource({"08006,true", "57P01,true", "23505,false"})
    void anSqlFaultIsToldThroughHibernatesWrapping(String sqlState, boolean outage) {
        assertThat(Outage.isOutage(new RuntimeException(new SQLException("fault", sqlState))))
                .isEqualTo(outage);
        assertThat(Collision.isCollision(new RuntimeException(new SQLException("fault", sqlState))))
                .isEqualTo(sqlState.equals("23505"));
        assertThat(Collision.isCollision(new RuntimeException(new PgException("fault", "ERROR", sqlState, ""))))
                .isEqualTo(sqlState.equals("23505"));
    }
}

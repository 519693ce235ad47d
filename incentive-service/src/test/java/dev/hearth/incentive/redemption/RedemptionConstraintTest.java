package dev.hearth.incentive.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.incentive.LedgerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;

/** Whatever SQL the service's own user writes by hand: stock, codes, redemptions and privileges stay sound. */
class RedemptionConstraintTest {
    private static final String ID = "00000000-0000-7000-8000-00000000000";
    private static final String AT = "'2026-02-17T12:00:00Z'";
    private static final String LATER = "'2026-02-17T12:30:00Z'";
    private static LedgerDatabase database;
    private Connection connection;
    private Statement sql;

    @BeforeAll
    static void openDatabase() {
        database = new LedgerDatabase(1);
        database.execute(
                "insert into reward_stock values ('acme', 'cup', 0, 1)",
                "insert into stock_entry values ('" + ID + "9', 'acme', 'cup', 1, 1, 'first', now(), 't')",
                redemption(1, "RESERVED", "reserved_until", LATER),
                redemption(2, "CONFIRMED", "confirmed_at", AT),
                redemption(3, "FULFILLED", "confirmed_at, fulfilled_at", AT + ", " + AT),
                "insert into coupon_code values ('acme', 'tea', 'FREE', now(), null, null)",
                "insert into coupon_code values ('acme', 'tea', 'ASIDE', now(), '" + ID + "1', null)",
                "insert into coupon_code values ('acme', 'tea', 'GIVEN', now(), '" + ID + "3', now())",
                privilege(1, "null"),
                "insert into privilege (id, community, member, kind, name, source, granted_at, granted_by, valid_from,"
                        + " state, ended_at, ended_by) values ('" + ID + "2', 'acme', 'ada', 'PIN', 'top', 's2', now(),"
                        + " 't', now(), 'REVOKED', now(), 't')");
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        sql = connection.createStatement();
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void acceptsTheStepsOfTheStateMachine() throws SQLException {
        assertThat(sql.executeUpdate("update redemption set state = 'CONFIRMED', confirmed_at = " + AT
                        + " where redemption = '" + ID + "1'"))
                .isEqualTo(1);
        assertThat(sql.executeUpdate("update redemption set state = 'CANCELLED', ended_at = " + LATER
                        + " where redemption = '" + ID + "1'"))
                .isEqualTo(1);
        assertThat(sql.executeUpdate("update coupon_code set redemption = null where code = 'ASIDE'"))
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "stock_not_negative | update reward_stock set remaining = remaining - 2",
                "stock_entry_immutable | update stock_entry set quantity = 5",
                "stock_entry_immutable | delete from stock_entry",
                "redemption_stays | delete from redemption",
                "redemption_follows_its_stages | update redemption set state = 'RESERVED' where state = 'CONFIRMED'",
                "redemption_follows_its_stages | update redemption set state = 'TIMED_OUT', ended_at = now() where state = 'CONFIRMED'",
                "redemption_follows_its_stages | update redemption set state = 'CANCELLED', ended_at = now() where state = 'FULFILLED'",
                "redemption_follows_its_stages | update redemption set price = 1 where state = 'FULFILLED'",
                "redemption_keeps_its_terms | update redemption set state = 'CANCELLED', ended_at = now(), price = 1 where state = 'CONFIRMED'",
                "redemption_keeps_its_terms | update redemption set state = 'CANCELLED', ended_at = now(), member = 'bob' where state = 'CONFIRMED'",
                "state_has_its_times | update redemption set state = 'CANCELLED' where state = 'CONFIRMED'",
                "state_has_its_times | update redemption set state = 'TIMED_OUT', ended_at = '2026-02-17T12:29:59Z' where state = 'RESERVED'",
                "state_has_its_times | update redemption set state = 'REFUNDED', ended_at = now() where state = 'FULFILLED'",
                "confirmed_in_time | update redemption set state = 'CONFIRMED', confirmed_at = reserved_until where state = 'RESERVED'",
                "code_given_once | update coupon_code set redemption = null, given_at = null where code = 'GIVEN'",
                "code_given_once | update coupon_code set redemption = '00000000-0000-7000-8000-000000000001' where code = 'GIVEN'",
                "one_code_per_redemption | update coupon_code set redemption = '00000000-0000-7000-8000-000000000001' where code = 'FREE'",
                "given_to_somebody | update coupon_code set given_at = now() where code = 'FREE'",
                "coupon_code_redemption_fkey | update coupon_code set redemption = '00000000-0000-7000-8000-000000000008' where code = 'FREE'",
                "coupon_code_pkey | insert into coupon_code values ('acme', 'tea', 'GIVEN', now(), null, null)",
                "code_form | insert into coupon_code values ('acme', 'tea', 'A B C', now(), null, null)",
                "code_stays | delete from coupon_code",
                "privilege_ends_once | update privilege set ended_at = now() where state = 'REVOKED'",
                "privilege_ends_once | update privilege set valid_until = now() + interval '1 day' where state = 'ACTIVE'",
                "ended_or_active | update privilege set state = 'REVOKED' where state = 'ACTIVE'",
                "privilege_stays | delete from privilege",
                "granted_once_for_a_source | insert into privilege select '00000000-0000-7000-8000-000000000007', community, member, kind, name, source, granted_at, granted_by, valid_from, valid_until, state, ended_at, ended_by, end_reason from privilege where state = 'ACTIVE'",
            })
    void refuses(String constraint, String statement) {
        assertThatThrownBy(() -> sql.executeUpdate(statement))
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refusal -> assertThat(Objects.requireNonNull(refusal.getServerErrorMessage())
                                        .getConstraint())
                                .isEqualTo(constraint));
    }

    private static String redemption(int number, String state, String columns, String values) {
        return "insert into redemption (community, redemption, member, reward, reward_version, type, currency, price,"
                + " lot_expiries, lot_points, local_date, state, made_at, " + columns + ") values ('acme', '" + ID
                + number + "', 'ada', 'tea', 1, 'COUPON', 'points', 0, '{}', '{}', '2026-02-17', '" + state + "', " + AT
                + ", " + values + ")";
    }

    private static String privilege(int number, String until) {
        return "insert into privilege (id, community, member, kind, name, source, granted_at, granted_by, valid_from,"
                + " valid_until, state) values ('" + ID + number + "', 'acme', 'ada', 'TITLE', 't', 's" + number
                + "', now(), 't', now(), " + until + ", 'ACTIVE')";
    }
}

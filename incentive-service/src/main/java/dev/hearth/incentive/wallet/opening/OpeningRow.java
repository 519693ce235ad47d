package dev.hearth.incentive.wallet.opening;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Amount;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.UnreadableEventException;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An opening balance: one line of a part. */
@Schema(name = "OpeningRow")
record OpeningRow(
        @Schema(
                required = true,
                description = "names the row for ever in the community: booked once, whatever import it comes with",
                minLength = 1,
                maxLength = MAX_ID)
        @Nullable
        String id,

        @Schema(required = true) @Nullable String memberId,
        @Schema(required = true) @Nullable String currency,

        @Schema(required = true, minimum = "1", maximum = "1000000000000") @Nullable
        Long amount,

        @Schema(description = "left out: as the currency says when it is booked") @Nullable
        Instant expiresAt) {
    /** Lines of a part, at most. */
    static final int MAX_ROWS = 1_000;

    private static final int MAX_ID = 128;

    /**
     * Reads the lines of a part. A fault is told with the number of its line, from 0.
     *
     * @throws dev.hearth.platform.problem.ProblemException where a line is no row, or says an id again
     */
    static List<OpeningRow> read(String content) {
        List<OpeningRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String line : content.lines().filter(text -> !text.isBlank()).toList()) {
            String pointer = "/" + rows.size();
            if (rows.size() == MAX_ROWS) {
                throw Check.refused(pointer, "is one line too many: a part has at most " + MAX_ROWS);
            }
            OpeningRow row = parsed(pointer, line).checked(pointer);
            if (!ids.add(row.key())) {
                throw Check.refused(pointer + "/id", "is " + row.key() + ", which an earlier line has");
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw Check.refused("", "has no line, must have 1 to " + MAX_ROWS);
        }
        return rows;
    }

    String key() {
        return Objects.requireNonNull(id);
    }

    String member() {
        return Objects.requireNonNull(memberId);
    }

    String currencyId() {
        return Objects.requireNonNull(currency);
    }

    long points() {
        return Objects.requireNonNull(amount);
    }

    private static OpeningRow parsed(String pointer, String line) {
        try {
            return ContractJson.readStrictly(line.getBytes(UTF_8), OpeningRow.class);
        } catch (UnreadableEventException e) {
            throw Check.refused(pointer, "is no opening balance: " + e.getMessage());
        }
    }

    private OpeningRow checked(String pointer) {
        if (expiresAt != null && (!expiresAt.isAfter(Instant.EPOCH) || expiresAt.isAfter(Account.NEVER))) {
            throw Check.refused(
                    pointer + "/expiresAt", "is " + expiresAt + ", must be after 1970, before the year 10000");
        }
        return new OpeningRow(
                Check.text(pointer + "/id", id, MAX_ID),
                Check.identifier(pointer + "/memberId", memberId),
                Check.identifier(pointer + "/currency", currency),
                Check.range(pointer + "/amount", Check.present(pointer + "/amount", amount), 1, Amount.MAX),
                expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS));
    }
}

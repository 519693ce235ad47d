package dev.hearth.acceptance.bench.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows one client's side of PostgreSQL's protocol (version 3) and hands on what it commits. */
final class Listener {
    private final Consumer<RecordedTransaction> recorded;
    private final Map<String, Statement> statements = new HashMap<>();
    private byte[] heard = new byte[1 << 16];
    private int length;
    private boolean started;
    private @Nullable List<Step> open;

    Listener(Consumer<RecordedTransaction> recorded) {
        this.recorded = recorded;
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes as they came, compared by nobody
    private record Statement(String sql, byte[] types) {}

    /** The client sent these bytes. */
    void hear(byte[] bytes, int count) {
        if (length + count > heard.length) {
            heard = Arrays.copyOf(heard, Math.max(2 * heard.length, length + count));
        }
        System.arraycopy(bytes, 0, heard, length, count);
        length += count;
        int start = 0;
        for (int next = end(start); next > 0; next = end(start)) {
            understand(start, next);
            start = next;
        }
        System.arraycopy(heard, start, heard, 0, length - start);
        length -= start;
    }

    /** Where the message ends that begins there; 0 if not all of it has come. */
    private int end(int start) {
        int header = started ? 1 : 0;
        if (length - start < header + 4) {
            return 0;
        }
        int end = start + header + ByteBuffer.wrap(heard).getInt(start + header);
        return end <= length ? end : 0;
    }

    private void understand(int start, int end) {
        if (!started) {
            // The start-up message has no type. (The services do not ask for encryption here.)
            started = true;
            return;
        }
        ByteBuffer message = ByteBuffer.wrap(heard, start + 5, end - start - 5).slice();
        switch (heard[start]) {
            case 'P' -> statements.put(Step.text(message), new Statement(Step.text(message), rest(message)));
            case 'B' -> bind(message);
            case 'Q' -> said(new Step.Simple(Step.text(message)));
            default -> {}
        }
    }

    private void bind(ByteBuffer message) {
        var _ = Step.text(message);
        Statement statement = Objects.requireNonNull(statements.get(Step.text(message)), "a statement not prepared");
        said(new Step.Prepared(statement.sql(), statement.types(), rest(message)));
    }

    private void said(Step step) {
        String word = step.sql().strip().toUpperCase(Locale.ROOT);
        if (word.startsWith("BEGIN") || word.startsWith("START TRANSACTION")) {
            open = new ArrayList<>();
        } else if (word.startsWith("COMMIT") && open != null) {
            recorded.accept(new RecordedTransaction(open));
            open = null;
        } else if (word.startsWith("ROLLBACK")) {
            open = null;
        } else if (open != null) {
            open.add(step);
        }
    }

    private static byte[] rest(ByteBuffer message) {
        byte[] rest = new byte[message.remaining()];
        message.get(rest);
        return rest;
    }
}

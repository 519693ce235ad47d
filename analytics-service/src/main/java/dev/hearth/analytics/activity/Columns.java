package dev.hearth.analytics.activity;

import java.util.Arrays;
import java.util.List;

/**
 * Rows in a row, one array for each column; all as long, or empty where no row has what it holds.
 *
 * @param ordinals of the members
 * @param places numbers of the places
 * @param days local days since 1970-01-01
 * @param times milliseconds since 1970-01-01T00:00:00Z
 * @param ids hashes of the acts' ids
 * @param targets hashes of the targets, 0 for none; empty if no row has one
 * @param values the values, {@code Long.MIN_VALUE} for none; empty if no row has one
 */
@SuppressWarnings("ArrayRecordComponent") // columns are arrays, and never compared
public record Columns(
        int[] ordinals, int[] places, int[] days, long[] times, long[] ids, long[] targets, long[] values) {
    private static final long[] ABSENT = new long[0];

    public Columns {
        if (places.length != ordinals.length
                || days.length != ordinals.length
                || times.length != ordinals.length
                || ids.length != ordinals.length
                || (targets.length != 0 && targets.length != ordinals.length)
                || (values.length != 0 && values.length != ordinals.length)) {
            throw new IllegalArgumentException("columns differ in length");
        }
    }

    public int size() {
        return ordinals.length;
    }

    /** No rows. */
    public static Columns none() {
        return empty(0);
    }

    /** The rows from {@code from} on. */
    static Columns of(Rows rows, int from) {
        Columns columns = empty(rows.size() - from);
        int[] next = {0};
        rows.from(from, row -> columns.put(next[0]++, row));
        return columns.trimmed();
    }

    /** The rows {@code from} to {@code to - 1}. */
    public Columns slice(int from, int to) {
        return new Columns(
                Arrays.copyOfRange(ordinals, from, to),
                Arrays.copyOfRange(places, from, to),
                Arrays.copyOfRange(days, from, to),
                Arrays.copyOfRange(times, from, to),
                Arrays.copyOfRange(ids, from, to),
                targets.length == 0 ? ABSENT : Arrays.copyOfRange(targets, from, to),
                values.length == 0 ? ABSENT : Arrays.copyOfRange(values, from, to));
    }

    /** These rows, and so on. */
    static Columns joined(List<Columns> pieces) {
        Columns whole = empty(pieces.stream().mapToInt(Columns::size).sum());
        int at = 0;
        for (Columns piece : pieces) {
            whole.put(at, piece);
            at += piece.size();
        }
        return whole.trimmed();
    }

    public long target(int row) {
        return targets.length == 0 ? Rows.NO_TARGET : targets[row];
    }

    public long value(int row) {
        return values.length == 0 ? Rows.NO_VALUE : values[row];
    }

    private void put(int index, Rows.Row row) {
        ordinals[index] = row.ordinal();
        places[index] = row.place();
        days[index] = row.day();
        times[index] = row.at();
        ids[index] = row.id();
        targets[index] = row.target();
        values[index] = row.value();
    }

    private Columns trimmed() {
        boolean anyTarget = Arrays.stream(targets).anyMatch(target -> target != Rows.NO_TARGET);
        boolean anyValue = Arrays.stream(values).anyMatch(value -> value != Rows.NO_VALUE);
        return new Columns(
                ordinals, places, days, times, ids, anyTarget ? targets : ABSENT, anyValue ? values : ABSENT);
    }

    private void put(int at, Columns piece) {
        System.arraycopy(piece.ordinals, 0, ordinals, at, piece.size());
        System.arraycopy(piece.places, 0, places, at, piece.size());
        System.arraycopy(piece.days, 0, days, at, piece.size());
        System.arraycopy(piece.times, 0, times, at, piece.size());
        System.arraycopy(piece.ids, 0, ids, at, piece.size());
        System.arraycopy(piece.targets, 0, targets, at, piece.targets.length);
        System.arraycopy(piece.values, 0, values, at, piece.values.length);
    }

    private static Columns empty(int size) {
        long[] values = new long[size];
        Arrays.fill(values, Rows.NO_VALUE);
        return new Columns(
                new int[size], new int[size], new int[size], new long[size], new long[size], new long[size], values);
    }
}

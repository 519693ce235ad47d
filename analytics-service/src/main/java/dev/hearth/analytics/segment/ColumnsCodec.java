package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.Columns;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Rows as bytes, column by column: numbers as variable-length integers (seven bits a byte, least first), days and times
 * as differences, signs in the last bit; hashes as they are. About 16 bytes a row.
 */
final class ColumnsCodec {
    private ColumnsCodec() {}

    static byte[] write(Columns rows) {
        Writer out = new Writer();
        out.number(rows.size());
        for (int ordinal : rows.ordinals()) {
            out.number(ordinal);
        }
        for (int place : rows.places()) {
            out.number(place);
        }
        long day = 0;
        for (int next : rows.days()) {
            out.number(zigzag(next - day));
            day = next;
        }
        long time = 0;
        for (long next : rows.times()) {
            out.number(zigzag(next - time));
            time = next;
        }
        for (long id : rows.ids()) {
            out.whole(id);
        }
        writeOptional(rows, out);
        return out.bytes.toByteArray();
    }

    private static void writeOptional(Columns rows, Writer out) {
        out.number(rows.targets().length == 0 ? 0 : 1);
        for (long target : rows.targets()) {
            out.whole(target);
        }
        out.number(rows.values().length == 0 ? 0 : 1);
        for (long value : rows.values()) {
            // The least value, which stands for none, becomes 0.
            out.number(zigzag(value) + 1);
        }
    }

    static Columns read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int size = (int) number(in);
        int[] ordinals = new int[size];
        int[] places = new int[size];
        int[] days = new int[size];
        long[] times = new long[size];
        for (int row = 0; row < size; row++) {
            ordinals[row] = (int) number(in);
        }
        for (int row = 0; row < size; row++) {
            places[row] = (int) number(in);
        }
        long day = 0;
        for (int row = 0; row < size; row++) {
            day += unzigzag(number(in));
            days[row] = (int) day;
        }
        long time = 0;
        for (int row = 0; row < size; row++) {
            time += unzigzag(number(in));
            times[row] = time;
        }
        long[] ids = wholes(in, size);
        long[] targets = wholes(in, number(in) == 0 ? 0 : size);
        long[] values = new long[number(in) == 0 ? 0 : size];
        for (int row = 0; row < values.length; row++) {
            values[row] = unzigzag(number(in) - 1);
        }
        return new Columns(ordinals, places, days, times, ids, targets, values);
    }

    private static long[] wholes(ByteBuffer in, int size) {
        long[] wholes = new long[size];
        for (int row = 0; row < size; row++) {
            wholes[row] = in.getLong();
        }
        return wholes;
    }

    private static long number(ByteBuffer in) {
        long number = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            number |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return number;
    }

    private static long zigzag(long signed) {
        return (signed << 1) ^ (signed >> 63);
    }

    private static long unzigzag(long number) {
        return (number >>> 1) ^ -(number & 1);
    }

    private static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void number(long number) {
            long rest = number;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        void whole(long number) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes.write((int) (number >>> shift));
            }
        }
    }
}

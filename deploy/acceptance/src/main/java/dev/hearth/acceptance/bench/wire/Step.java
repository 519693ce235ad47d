package dev.hearth.acceptance.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** One statement of a transaction, as a client sent it. */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came, compared by nobody
sealed interface Step {
    /** The statement's text. */
    String sql();

    /** A text that is executed at once. */
    record Simple(String sql) implements Step {}

    /**
     * A statement with parameters.
     *
     * @param types the types of its parameters, as {@code Parse} has them after the text
     * @param values formats and values, as {@code Bind} has them after the names
     */
    record Prepared(String sql, byte[] types, byte[] values) implements Step {
        /** The value of an integer parameter, from 0; fails if it was sent as text. */
        long integer(int parameter) {
            ByteBuffer bind = ByteBuffer.wrap(values);
            int formats = bind.getShort();
            boolean binary = formats > 0 && bind.getShort(2 + 2 * (formats == 1 ? 0 : parameter)) == 1;
            bind.position(2 + 2 * formats);
            int parameters = bind.getShort();
            if (!binary || parameter >= parameters) {
                throw new IllegalStateException("no binary parameter " + parameter + " in " + sql);
            }
            for (int before = 0; before < parameter; before++) {
                bind.position(bind.position() + 4 + Math.max(0, bind.getInt(bind.position())));
            }
            return switch (bind.getInt()) {
                case 2 -> bind.getShort();
                case 4 -> bind.getInt();
                case 8 -> bind.getLong();
                default -> throw new IllegalStateException("parameter " + parameter + " is no integer in " + sql);
            };
        }
    }

    /** The text up to a zero byte; the buffer then stands behind that. */
    static String text(ByteBuffer buffer) {
        int start = buffer.position();
        while (buffer.get() != 0) {
            // on to the end of the text
        }
        return new String(buffer.array(), buffer.arrayOffset() + start, buffer.position() - start - 1, UTF_8);
    }
}

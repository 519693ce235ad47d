package dev.hearth.acceptance.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * Request bodies at next to no cost: templates in which only the events' ids change, so that the generator takes as
 * little as possible of the processors that it shares with what it measures. Every event has an id of its own.
 */
final class Bodies implements Rounds {
    private static final int TEMPLATES = 64;
    private static final int MEMBERS = 10_000;
    private static final int ID = 16;
    private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);

    private final byte[][] templates = new byte[TEMPLATES][];
    private final int[][] places = new int[TEMPLATES][];
    private final String path;
    private final long run;
    private long next;

    /**
     * Makes the templates.
     *
     * @param path where they are posted
     * @param batch events a body
     * @param run tells the ids of this generator from all others, 24 bits
     */
    Bodies(String path, int batch, int run) {
        this.path = path;
        this.run = (long) run << 40;
        String now = Instant.now().toString();
        for (int template = 0; template < TEMPLATES; template++) {
            fill(template, batch, now);
        }
    }

    private void fill(int template, int batch, String now) {
        StringBuilder body = new StringBuilder("{\"events\":[");
        int[] ids = new int[batch];
        for (int event = 0; event < batch; event++) {
            body.append(event == 0 ? "{\"id\":\"" : ",{\"id\":\"");
            ids[event] = body.length();
            int number = (template * batch + event) * 7_919;
            body.append("0".repeat(ID))
                    .append("\",\"kind\":\"message.posted\",\"memberId\":\"member-")
                    .append(number % MEMBERS)
                    .append("\",\"occurredAt\":\"")
                    .append(now)
                    .append("\",\"target\":\"member-")
                    .append((number + 1) % MEMBERS)
                    .append("\",\"properties\":{\"client\":\"mini-program\",\"length\":")
                    .append(10 + event)
                    .append("}}");
        }
        templates[template] = body.append("]}").toString().getBytes(US_ASCII);
        places[template] = ids;
    }

    /** A body that was never sent before. */
    @Override
    public Round next() {
        int template = (int) (next % TEMPLATES);
        byte[] body = Arrays.copyOf(templates[template], templates[template].length);
        for (int place : places[template]) {
            write(run | next++, body, place);
        }
        return new Round(path, Buffer.buffer(body), "");
    }

    private static void write(long id, byte[] body, int place) {
        for (int digit = 0; digit < ID; digit++) {
            body[place + digit] = HEX[(int) (id >>> (4 * (ID - 1 - digit))) & 15];
        }
    }
}

package dev.hearth.acceptance.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.local.Database;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/** A connection to PostgreSQL that says what was recorded, one statement a round trip, and looks at no row. */
final class PlainConnection implements AutoCloseable {
    private static final int VERSION = 3 << 16;
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Map<String, String> prepared = new HashMap<>();
    private int refusals;
    private String complaint = "";

    PlainConnection(Database database, String name) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), database.port());
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
        byte[] start = bytes(message -> {
            message.writeInt(VERSION);
            text(message, "user");
            text(message, database.user());
            text(message, "database");
            text(message, name);
            message.writeByte(0);
        });
        out.writeInt(start.length + 4);
        out.write(start);
        authenticate(new Scram(database.password()));
    }

    /** Prepares all statements of a transaction, so that this is no part of what is measured. */
    void prepare(RecordedTransaction transaction) throws IOException {
        for (Step step : transaction.steps()) {
            if (step instanceof Step.Prepared statement && !prepared.containsKey(statement.sql())) {
                String name = "s" + prepared.size();
                prepared.put(statement.sql(), name);
                send('P', message -> {
                    text(message, name);
                    text(message, statement.sql());
                    message.write(statement.types());
                });
                sync();
            }
        }
    }

    /** Runs a transaction. */
    void run(RecordedTransaction transaction) throws IOException {
        query("BEGIN");
        for (Step step : transaction.steps()) {
            switch (step) {
                case Step.Simple simple -> query(simple.sql());
                case Step.Prepared statement -> execute(statement);
            }
        }
        query("COMMIT");
    }

    /** How many statements PostgreSQL refused: anything but 0 makes the measurement worthless. */
    int refusals() {
        return refusals;
    }

    /** What it said about the first one. */
    String complaint() {
        return complaint;
    }

    private void query(String sql) throws IOException {
        send('Q', message -> text(message, sql));
        out.flush();
        awaitReady();
    }

    private void execute(Step.Prepared statement) throws IOException {
        send('B', message -> {
            text(message, "");
            text(message, prepared.getOrDefault(statement.sql(), ""));
            message.write(statement.values());
        });
        send('E', message -> {
            text(message, "");
            message.writeInt(0);
        });
        sync();
    }

    private void sync() throws IOException {
        send('S', message -> {});
        out.flush();
        awaitReady();
    }

    private void awaitReady() throws IOException {
        for (int type = in.readByte(); ; type = in.readByte()) {
            int length = in.readInt() - 4;
            if (type == 'E') {
                refuse(in.readNBytes(length));
            } else {
                in.skipNBytes(length);
            }
            if (type == 'Z') {
                return;
            }
        }
    }

    private void refuse(byte[] reason) {
        refusals++;
        complaint = complaint.isEmpty() ? new String(reason, UTF_8).replace('\0', ' ') : complaint;
    }

    private void authenticate(Scram scram) throws IOException {
        out.flush();
        for (int type = in.readByte(); type != 'Z'; type = in.readByte()) {
            byte[] body = in.readNBytes(in.readInt() - 4);
            if (type == 'E') {
                throw new IOException("PostgreSQL refuses: " + new String(body, UTF_8));
            } else if (type == 'R' && body[3] == 10) {
                byte[] first = scram.first().getBytes(UTF_8);
                send('p', message -> {
                    text(message, "SCRAM-SHA-256");
                    message.writeInt(first.length);
                    message.write(first);
                });
            } else if (type == 'R' && body[3] == 11) {
                String last = scram.last(new String(body, 4, body.length - 4, UTF_8));
                send('p', message -> message.write(last.getBytes(UTF_8)));
            }
            out.flush();
        }
        in.skipNBytes(in.readInt() - 4L);
    }

    private void send(char type, Body body) throws IOException {
        byte[] bytes = bytes(body);
        out.writeByte(type);
        out.writeInt(bytes.length + 4);
        out.write(bytes);
    }

    @FunctionalInterface
    private interface Body {
        void write(DataOutputStream message) throws IOException;
    }

    private static byte[] bytes(Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream message, String text) throws IOException {
        message.write(text.getBytes(UTF_8));
        message.writeByte(0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.hearth.engagement.ingest;

import dev.hearth.platform.event.Events;
import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/** Takes in the events of a request: all that can be recorded is, and the sender learns of each that was not. */
@Singleton
final class Ingest {
    /** How many lines go to Kafka together. */
    private static final int LINES_AT_ONCE = 1_000;

    private final KnownWorld world;
    private final EngagementLog log;
    private final IngestConfig config;
    private final Clock clock;

    Ingest(KnownWorld world, EngagementLog log, IngestConfig config, Clock clock) {
        this.world = world;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /** Records the events of a whole body, once Kafka has acknowledged them. */
    Uni<Receipt> record(EventFormat format, String community, Caller caller, byte[] body) {
        if (body.length > config.maxBytes()) {
            throw new ProblemException(
                    RequestProblem.BODY_TOO_LARGE, "send at most " + config.maxBytes() + " bytes; split the events");
        }
        Intake intake = intake(format, community, caller);
        new BodyReader(format, intake, latest(), config.maxEvents()).readAll(body);
        return log.append(community, intake.takeRecords()).replaceWith(() -> receipt(intake));
    }

    /**
     * Records lines while they arrive, some at a time; blocks, so it needs a thread of its own. If it fails, lines
     * before may have been recorded.
     */
    Receipt recordLines(String community, Caller caller, InputStream body) throws IOException {
        Intake intake = intake(EventFormat.LINES, community, caller);
        BodyReader reader = new BodyReader(EventFormat.LINES, intake, latest(), config.maxLines());
        Lines lines = new Lines(body, config.maxLineBytes());
        Pending before = Pending.NONE;
        while (lines.next()) {
            readLine(lines, reader);
            if (intake.waiting() == LINES_AT_ONCE) {
                before.join();
                before = Pending.of(log.append(community, intake.takeRecords()));
            }
        }
        if (intake.size() == 0) {
            throw new ProblemException(IngestProblem.NO_EVENTS, "send 1 to " + config.maxLines() + " lines");
        }
        before.join();
        Pending.of(log.append(community, intake.takeRecords())).join();
        return receipt(intake);
    }

    private void readLine(Lines lines, BodyReader reader) {
        if (lines.isTooLong()) {
            reader.refuseLine(
                    lines.index(),
                    IngestProblem.EVENT_TOO_LARGE,
                    "is longer than " + config.maxLineBytes() + " bytes; keep the bulk elsewhere");
        } else {
            reader.readLine(lines.index(), lines.bytes(), lines.length());
        }
    }

    private Intake intake(EventFormat format, String community, Caller caller) {
        return new Intake(format, world.require(community), caller, Events.currentTraceparent());
    }

    private Instant latest() {
        return clock.instant().plus(config.maxAhead());
    }

    private static Receipt receipt(Intake intake) {
        return new Receipt(intake.accepted(), intake.refusals());
    }
}

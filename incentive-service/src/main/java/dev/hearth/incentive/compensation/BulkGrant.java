package dev.hearth.incentive.compensation;

import dev.hearth.incentive.task.Piece;
import dev.hearth.incentive.task.Step;
import dev.hearth.incentive.task.Task;
import dev.hearth.incentive.task.TaskType;
import dev.hearth.incentive.task.TaskWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Grants a compensation to many members, batch by batch; whoever has one for the incident already is passed over. */
@ApplicationScoped
class BulkGrant extends TaskWork<BulkGrant.Request, BulkGrant.Progress> {
    static final TaskType<Request, Progress> TYPE = new TaskType<>("compensation", Request.class, Progress.class);

    /** Members in one transaction. */
    private static final int BATCH = 100;

    private final Compensating compensating;
    private final Granting granting;

    BulkGrant(Compensating compensating, Granting granting) {
        this.compensating = compensating;
        this.granting = granting;
    }

    /** What was asked for. */
    record Request(String compensation, List<String> members) {}

    /** How far it is: members looked at, and what became of them. */
    record Progress(int next, long granted, long heldOut) {}

    /** What came of it. */
    @Schema(name = "BulkGrantResult")
    record Result(long granted, long heldOut, long passedOver) {}

    @Override
    public TaskType<Request, Progress> type() {
        return TYPE;
    }

    @Override
    public Uni<Piece<Progress>> next(Task<Request> task, @Nullable Progress state) {
        Progress before = state == null ? new Progress(0, 0, 0) : state;
        List<String> members = task.request().members();
        List<String> batch = members.subList(before.next(), Math.min(members.size(), before.next() + BATCH));
        return Uni.createFrom()
                .item(connection -> compensating
                        .get(connection, task.community(), task.request().compensation())
                        .chain(stored -> granting.grant(connection, stored, batch, task.createdBy()))
                        .map(added -> step(before, batch.size(), added, members.size())));
    }

    private static Step<Progress> step(Progress before, int looked, List<MemberGrant> added, int all) {
        long heldOut = added.stream().filter(MemberGrant::heldOut).count();
        Progress after = new Progress(
                before.next() + looked, before.granted() + added.size() - heldOut, before.heldOut() + heldOut);
        return after.next() < all
                ? new Step.Onward<>(after, after.next(), (long) all)
                : new Step.Finished<>(
                        new Result(after.granted(), after.heldOut(), all - after.granted() - after.heldOut()),
                        all,
                        (long) all);
    }
}

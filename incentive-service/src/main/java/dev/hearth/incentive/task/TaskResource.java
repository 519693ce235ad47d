package dev.hearth.incentive.task;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How tasks stand, over HTTP. */
@Path("/communities/{community}/tasks")
@Tag(name = "tasks")
class TaskResource {
    private final Tasks tasks;

    TaskResource(Tasks tasks) {
        this.tasks = tasks;
    }

    @GET
    @Path("/{task}")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(
            summary = "Read how a task stands: its progress, in the end its result",
            description = "Ended tasks are kept for 30 days.")
    public Uni<TaskView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("task") @Parameter(example = "0199c0de-0000-7000-8000-000000000001") String task) {
        return tasks.get(community, task);
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List the community's tasks, newest first")
    public Uni<Page<TaskView>> list(
            @PathParam("community") @Parameter(example = "acme") String community, @BeanParam Paging paging) {
        return tasks.page(community, paging);
    }
}

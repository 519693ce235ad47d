package dev.hearth.incentive.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A task as callers see it. */
@Schema(name = "Task")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
        @Schema(examples = "0199c0de-0000-7000-8000-000000000001")
        String task,

        @Schema(examples = "import") String type,

        @Schema(description = "QUEUED and RUNNING tasks go on by themselves; DONE has a result, FAILED a failure")
        TaskStatus status,

        @Schema(description = "units done: rows, events", examples = "500")
        long done,

        @Schema(description = "units in all, as far as known", examples = "1000") @Nullable
        Long total,

        @Schema(description = "what came of it, by type") @Nullable
        Map<String, Object> result,

        @Schema(description = "why it was given up; what was done stays done") @Nullable
        String failure,

        Instant createdAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String createdBy,

        @Schema(description = "when it last moved") Instant updatedAt) {}

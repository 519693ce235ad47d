package dev.hearth.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member as callers see it. */
@Schema(name = "Member")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberView(
        @Schema(examples = "acme") String community,
        @Schema(examples = "ada") String memberId,
        MemberStatus status,

        @Schema(description = "why the status is so, if said") @Nullable
        String statusReason,

        @Schema(examples = "Ada") @Nullable String displayName,
        @Schema(examples = "newsletter") @Nullable String channel,

        @Schema(description = "IANA time zone", examples = "Europe/London") @Nullable
        String zone,

        @Schema(examples = "1") int level,
        @Schema(examples = "[\"early-bird\"]") List<String> tags,
        @Schema(examples = "[\"runners\"]") List<String> groups,

        @Schema(description = "run by operators, counted in no metric")
        boolean planted,

        @Schema(description = "when it came, or came back") Instant joinedAt,
        Instant changedAt,

        @Schema(description = "grows with every change; also the ETag")
        long version)
        implements Versioned {
    static MemberView of(Member member) {
        Profile profile = member.profile();
        return new MemberView(
                member.key().community(),
                member.key().memberId(),
                member.status(),
                member.statusReason(),
                profile.displayName(),
                profile.channel(),
                profile.zone(),
                profile.level(),
                profile.tags(),
                member.groups().stream().map(GroupId::value).toList(),
                profile.planted(),
                member.joinedAt(),
                member.changedAt(),
                member.version());
    }
}

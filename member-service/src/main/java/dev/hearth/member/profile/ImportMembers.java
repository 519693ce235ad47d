package dev.hearth.member.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Members who are taken over together. Each is read alone, so that one that cannot be read refuses no other.
 *
 * @param members 1 to 500
 */
@Schema(name = "ImportMembers")
record ImportMembers(
        @Schema(
                required = true,
                minItems = 1,
                maxItems = ImportMembers.MAX,
                implementation = ImportMembers.Item[].class)
        List<JsonNode> members) {
    static final int MAX = 500;
    static final String EXAMPLE = """
            {"members": [
              {"memberId": "bob", "displayName": "Bob", "channel": "newsletter", "groups": ["runners"],
               "joinedAt": "2024-05-01T08:00:00Z"},
              {"memberId": "eve", "level": 2, "tags": ["early-bird"]}
            ]}""";

    ImportMembers {
        var _ = Check.range("/members", Check.present("/members", members).size(), 1, MAX);
    }

    List<Candidate> candidates(ObjectMapper json) {
        return IntStream.range(0, members.size())
                .mapToObj(index -> Candidate.read(index, members.get(index), json))
                .toList();
    }

    /** What the OpenAPI says of one of them; {@link Candidate} reads it as an id and an {@link EnrolMember}. */
    @Schema(name = "ImportedMember", description = "A member as in PUT …/members/{member}, with its id.")
    record Item(
            @Schema(
                    required = true,
                    pattern = "^[A-Za-z0-9_.:-]{1,64}$",
                    description = "unique in the community",
                    examples = "bob")
            String memberId,

            @Schema(maxLength = Profile.MAX_NAME, examples = "Bob") @Nullable
            String displayName,

            @Schema(maxLength = Profile.MAX_CHANNEL, description = "where the member came from") @Nullable
            String channel,

            @Schema(description = "IANA time zone", examples = "Europe/London") @Nullable
            String zone,

            @Schema(maxItems = Member.MAX_GROUPS, description = "all groups the member is in") @Nullable
            List<String> groups,

            @Schema(maxItems = Profile.MAX_TAGS, examples = "[\"early-bird\"]") @Nullable
            List<String> tags,

            @Schema(minimum = "0", maximum = "1000", description = "0 if left out") @Nullable
            Integer level,

            @Schema(description = "run by operators, counted in no metric; false if left out") @Nullable
            Boolean planted,

            @Schema(
                    description = "since when somebody is a member: 1970 at the earliest, not ahead of now; now if left"
                            + " out",
                    examples = "2024-05-01T08:00:00Z")
            @Nullable
            Instant joinedAt) {}
}

package dev.hearth.member.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.platform.problem.MalformedJson;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The profile as a document that a merge patch (RFC 7396) changes: null removes, what is left out stays. */
@Schema(name = "AmendMember")
record AmendMember(
        @Schema(maxLength = Profile.MAX_NAME, examples = "Ada L.") @Nullable
        String displayName,

        @Schema(maxLength = Profile.MAX_CHANNEL, examples = "newsletter") @Nullable
        String channel,

        @Schema(description = "IANA time zone", examples = "Europe/London") @Nullable
        String zone,

        @Schema(maxItems = Profile.MAX_TAGS, description = "operators only", examples = "[\"early-bird\", \"host\"]")
        @Nullable
        List<String> tags,

        @Schema(minimum = "0", maximum = "1000", description = "operators only", examples = "2") @Nullable
        Integer level,

        @Schema(description = "operators only", examples = "false") @Nullable
        Boolean planted) {
    private static final List<String> OPERATORS = List.of("tags", "level", "planted");

    /** Whether the patch says what is for operators to say. */
    static boolean isOperators(ObjectNode patch) {
        return OPERATORS.stream().anyMatch(patch::has);
    }

    /** The profile that {@code patch} makes of {@code known}. */
    static Profile merge(ObjectNode patch, Profile known, ObjectMapper json) {
        ObjectNode document = json.valueToTree(of(known));
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            document.set(field.getKey(), field.getValue());
        }
        try {
            return json.treeToValue(document, AmendMember.class).profile();
        } catch (JsonProcessingException fault) {
            throw MalformedJson.of(fault);
        }
    }

    private static AmendMember of(Profile known) {
        return new AmendMember(
                known.displayName(), known.channel(), known.zone(), known.tags(), known.level(), known.planted());
    }

    private Profile profile() {
        return new Profile(
                displayName,
                channel,
                zone,
                tags == null ? Profile.BLANK.tags() : tags,
                level == null ? Profile.BLANK.level() : level,
                planted == null ? Profile.BLANK.planted() : planted);
    }
}

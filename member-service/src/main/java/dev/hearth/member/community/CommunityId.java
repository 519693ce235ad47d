package dev.hearth.member.community;

import dev.hearth.platform.problem.Check;
import dev.hearth.platform.time.Identifier;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A community's id, chosen by the product team. */
@Schema(type = SchemaType.STRING, pattern = Identifier.PATTERN, examples = "acme")
public record CommunityId(String value) {
    public CommunityId {
        value = Check.identifier("{community}", value);
    }
}

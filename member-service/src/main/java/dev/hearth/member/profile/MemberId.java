package dev.hearth.member.profile;

import dev.hearth.platform.problem.Check;
import dev.hearth.platform.time.Identifier;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member's id, chosen by the product team or generated, unique in the community. */
@Schema(type = SchemaType.STRING, pattern = Identifier.PATTERN, examples = "ada")
record MemberId(String value) {
    MemberId {
        value = Check.identifier("{member}", value);
    }

    /** For path parameters. */
    public static MemberId valueOf(String value) {
        return new MemberId(value);
    }
}

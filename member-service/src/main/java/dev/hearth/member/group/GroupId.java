package dev.hearth.member.group;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.time.Identifier;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group's id, chosen by the product team, unique in the community. */
@Schema(type = SchemaType.STRING, pattern = Identifier.PATTERN, examples = "runners")
public record GroupId(@JsonValue String value) implements Comparable<GroupId> {
    public GroupId {
        value = Check.identifier("{group}", value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }
}

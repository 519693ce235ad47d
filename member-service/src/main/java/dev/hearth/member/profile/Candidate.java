package dev.hearth.member.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.member.group.GroupId;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.MalformedJson;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.util.Set;

/** One member of an import, as far as it can be judged alone. */
sealed interface Candidate {
    /** Its place in the request, from 0. */
    int index();

    /**
     * One that could be read.
     *
     * @param index its place in the request, from 0
     * @param profile what follows from what is said, of somebody new
     * @param into the groups, of somebody new
     */
    record Read(int index, MemberId id, EnrolMember said, Profile profile, Set<GroupId> into) implements Candidate {}

    /** One that cannot be enrolled. */
    record Refused(ImportRefusal refusal) implements Candidate {
        @Override
        public int index() {
            return refusal.index();
        }
    }

    static Candidate read(int index, JsonNode item, ObjectMapper json) {
        String name = nameOf(item);
        try {
            if (!(item instanceof ObjectNode fields)) {
                throw new ProblemException(RequestProblem.MALFORMED_BODY, new FieldError("", "must be a JSON object"));
            }
            MemberId id = new MemberId(Check.identifier("/memberId", name.isEmpty() ? null : name));
            ObjectNode rest = fields.deepCopy();
            var _ = rest.remove("memberId");
            EnrolMember said = json.treeToValue(rest, EnrolMember.class);
            return new Read(index, id, said, said.over(Profile.BLANK), said.into(Set.of()));
        } catch (JsonProcessingException fault) {
            return new Refused(ImportRefusal.of(index, name, MalformedJson.of(fault)));
        } catch (ProblemException fault) {
            return new Refused(ImportRefusal.of(index, name, fault));
        }
    }

    /** How an item calls itself, right or wrong. */
    private static String nameOf(JsonNode item) {
        return item.path("memberId").isTextual() ? item.path("memberId").textValue() : "";
    }
}

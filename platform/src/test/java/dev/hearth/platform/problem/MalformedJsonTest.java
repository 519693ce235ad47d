package dev.hearth.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.contract.member.JoinMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MalformedJsonTest {
    private final ObjectMapper json = new ObjectMapper();

    MalformedJsonTest() {
        new StrictJson().customize(json);
    }

    record Body(
            @Nullable String name,
            @Nullable Integer level,
            @Nullable JoinMode mode,
            @Nullable List<Body> inner) {
        Body {
            if (level != null) {
                level = (int) Check.range("/level", level, 0, 9);
            }
        }
    }

    @Test
    void saysWhatIsKnownInsteadOfAnUnknownField() {
        told("{\"inner\":[{\"nmae\":\"x\"}]}", "/inner/0/nmae", "known are inner, level, mode, name");
    }

    @Test
    void saysWhichTypeAFieldHas() {
        told("{\"name\":7}", "/name", "must be a string");
        told("{\"level\":\"7\"}", "/level", "must be a whole number");
        told("{\"inner\":{}}", "/inner", "must be an array");
        told("[]", "", "must be an object");
    }

    @Test
    void listsTheValuesOfAnEnumeration() {
        told("{\"mode\":\"SHUT\"}", "/mode", "is \"SHUT\", must be one of OPEN, APPROVAL, INVITATION");
    }

    @Test
    void saysWhereTheJsonBreaks() {
        told("{\"name\":", "", "is not JSON");
        told("{\"name\":", "", "line 1");
    }

    @Test
    void tellsNoNamesOfClasses() {
        for (String bad : List.of("{\"x\":1}", "{\"name\":7}", "{\"mode\":\"SHUT\"}", "[]", "7", "{")) {
            assertThat(read(bad).getMessage()).doesNotContain("hearth");
        }
    }

    @Test
    void passesOnWhatARecordRefuses() {
        ProblemException refusal = read("{\"level\":10}");
        assertThat(refusal.type()).isEqualTo(RequestProblem.INVALID_FIELD);
        assertThat(refusal.problem().errors()).extracting(FieldError::pointer).containsExactly("/level");
    }

    private void told(String body, String pointer, String detail) {
        ProblemException refusal = read(body);
        assertThat(refusal.type()).isEqualTo(RequestProblem.MALFORMED_BODY);
        FieldError error = refusal.problem().errors().getFirst();
        assertThat(error.pointer()).isEqualTo(pointer);
        assertThat(error.detail()).contains(detail);
    }

    private ProblemException read(String body) {
        return MalformedJson.of(assertThrows(JacksonException.class, () -> json.readValue(body, Body.class)));
    }
}

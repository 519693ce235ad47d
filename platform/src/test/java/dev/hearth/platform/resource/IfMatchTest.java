package dev.hearth.platform.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IfMatchTest {
    @Test
    void letsTheVersionThatWasReadThrough() {
        assertThatCode(() -> IfMatch.of(7).require(7)).doesNotThrowAnyException();
        assertThatCode(() -> sent("\"6\", \"7\"").require(7)).doesNotThrowAnyException();
        assertThatCode(() -> sent("*").require(7)).doesNotThrowAnyException();
    }

    @Test
    void asksForTheHeaderWhereItIsNeeded() {
        refuses(() -> IfMatch.absent().require(7), RequestProblem.PRECONDITION_REQUIRED);
        assertThatCode(() -> IfMatch.absent().allow(7)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnyOtherVersion() {
        refuses(() -> IfMatch.of(6).require(7), RequestProblem.PRECONDITION_FAILED);
        refuses(() -> IfMatch.of(6).allow(7), RequestProblem.PRECONDITION_FAILED);
        refuses(() -> sent("W/\"7\"").require(7), RequestProblem.PRECONDITION_FAILED);
        refuses(() -> sent("7").require(7), RequestProblem.PRECONDITION_FAILED);
        refuses(() -> sent("").require(7), RequestProblem.PRECONDITION_FAILED);
    }

    private static IfMatch sent(String header) {
        IfMatch sent = new IfMatch();
        sent.value = header;
        return sent;
    }

    private static void refuses(ThrowingCallable check, RequestProblem type) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}

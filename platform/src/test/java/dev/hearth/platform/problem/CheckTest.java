package dev.hearth.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void givesBackWhatIsInBounds() {
        assertThat(Check.text("/name", "Acme", 4)).isEqualTo("Acme");
        assertThat(Check.optionalText("/purpose", "", 4)).isEmpty();
        assertThat(Check.optionalText("/purpose", null, 4)).isNull();
        assertThat(Check.identifier("/id", "a:b_c.d-9")).isEqualTo("a:b_c.d-9");
        assertThat(Check.zone("/zone", "Asia/Shanghai")).isEqualTo("Asia/Shanghai");
        assertThat(Check.range("/level", 9, 0, 9)).isEqualTo(9);
    }

    @Test
    void namesThePointerOfWhatIsNot() {
        refuses(() -> Check.text("/name", "Acmes", 4), "/name");
        refuses(() -> Check.text("/name", " ", 4), "/name");
        refuses(() -> Check.text("/name", null, 4), "/name");
        refuses(() -> Check.text("/name", "a\0b", 4), "/name");
        refuses(() -> Check.optionalText("/purpose", "Acmes", 4), "/purpose");
        refuses(() -> Check.identifier("/id", "a/b"), "/id");
        refuses(() -> Check.zone("/zone", "Berlin"), "/zone");
        refuses(() -> Check.zone("/zone", "+02:00"), "/zone");
        refuses(() -> Check.range("/level", -1, 0, 9), "/level");
        refuses(() -> Check.range("/level", 10, 0, 9), "/level");
    }

    @Test
    void saysThatTheBodyIsMissingWhereItIs() {
        assertThatThrownBy(() -> {
                    var _ = Check.present("", null);
                })
                .hasMessage("the body is missing");
    }

    private static void refuses(ThrowingCallable check, String pointer) {
        assertThatThrownBy(check).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(RequestProblem.INVALID_FIELD);
            assertThat(refusal.problem().errors())
                    .extracting(FieldError::pointer)
                    .containsExactly(pointer);
        });
    }
}

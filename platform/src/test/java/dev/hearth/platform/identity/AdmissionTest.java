package dev.hearth.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private static final Caller OPERATOR = new Caller("olga", Set.of("members:read"), Set.of("acme"), null);
    private static final Caller ADA = new Caller("ada", Set.of("members:read"), Set.of("acme"), "ada");

    @Test
    void admitsTheScopeInTheTokensCommunity() {
        assertThatCode(() -> Admission.check(OPERATOR, needs("operators"), path("acme", "ada")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnOperationThatNamesNoScope() {
        assertThat(refusal(OPERATOR, null, path("acme", null)).type()).isEqualTo(RequestProblem.FORBIDDEN);
    }

    @Test
    void refusesATokenWithoutTheScope() {
        Caller other = new Caller("olga", Set.of("members:write"), Set.of("*"), null);

        assertThat(refusal(other, needs("operators"), path("acme", null))).hasMessageContaining("members:read");
    }

    @Test
    void refusesAForeignCommunityWithoutSayingWhetherItExists() {
        assertThat(refusal(OPERATOR, needs("operators"), path("rival", null)).type())
                .isEqualTo(RequestProblem.FORBIDDEN);
    }

    @Test
    void admitsEveryCommunityForTheStar() {
        Caller everywhere = new Caller("olga", Set.of("members:read"), Set.of("*"), null);

        assertThatCode(() -> Admission.check(everywhere, needs("operators"), path("acme", null)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAMembersTokenWhereOnlyOperatorsMayCall() {
        assertThat(refusal(ADA, needs("operators"), path("acme", "ada")).type()).isEqualTo(RequestProblem.FORBIDDEN);
    }

    @Test
    void admitsAMembersTokenForThatMemberOnly() {
        assertThatCode(() -> Admission.check(ADA, needs("members"), path("acme", "ada")))
                .doesNotThrowAnyException();
        assertThat(refusal(ADA, needs("members"), path("acme", "bob")).type()).isEqualTo(RequestProblem.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "é",
                "a/b",
                "x'--",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void refusesAnIdOfAnotherFormAndSaysTheForm(String id) {
        ProblemException refusal = refusal(OPERATOR, needs("operators"), path("acme", id));

        assertThat(refusal.type()).isEqualTo(RequestProblem.INVALID_PARAMETER);
        assertThat(refusal).hasMessageContaining("{member}").hasMessageContaining("1 to 64 characters");
    }

    private static ProblemException refusal(Caller caller, @Nullable Needs needs, MultivaluedMap<String, String> path) {
        return Objects.requireNonNull(
                catchThrowableOfType(ProblemException.class, () -> Admission.check(caller, needs, path)));
    }

    private static MultivaluedMap<String, String> path(String community, @Nullable String member) {
        return new MultivaluedHashMap<>(
                member == null ? Map.of("community", community) : Map.of("community", community, "member", member));
    }

    private static @Nullable Needs needs(String operation) {
        try {
            return Operations.class.getDeclaredMethod(operation).getAnnotation(Needs.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(operation, e);
        }
    }

    @SuppressWarnings("unused")
    private interface Operations {
        @Needs(Scope.MEMBERS_READ)
        void operators();

        @Needs(value = Scope.MEMBERS_READ, member = true)
        void members();
    }
}

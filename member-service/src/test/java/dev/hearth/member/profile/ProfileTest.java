package dev.hearth.member.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Profile ADA = new Profile("Ada", "newsletter", "Europe/London", List.of("early"), 1, true);
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void keepsTagsSortedAndOnceEach() {
        assertThat(tagged("b", "a", "b").tags()).containsExactly("a", "b");
        assertThat(tagged("b", "a")).isEqualTo(tagged("a", "b"));
    }

    @Test
    void takesAnEmptyTextForNone() {
        Profile profile = new Profile("", "", "", List.of(), 0, false);
        assertThat(profile).isEqualTo(Profile.BLANK);
    }

    @Test
    void namesThePointerOfWhatIsOutOfBounds() {
        refuses(() -> named("x".repeat(201)), "/displayName");
        refuses(() -> named("   "), "/displayName");
        refuses(() -> new Profile(null, "x".repeat(101), null, List.of(), 0, false), "/channel");
        refuses(() -> new Profile(null, null, "Europe/Atlantis", List.of(), 0, false), "/zone");
        refuses(() -> tagged("a", "x".repeat(65)), "/tags/1");
        refuses(() -> tagged("a", ""), "/tags/1");
        refuses(() -> new Profile(null, null, null, Collections.nCopies(Profile.MAX_TAGS + 1, "a"), 0, false), "/tags");
        refuses(() -> new Profile(null, null, null, List.of(), -1, false), "/level");
        refuses(() -> new Profile(null, null, null, List.of(), 1001, false), "/level");
    }

    @Test
    void tellsWhatChanged() {
        Profile next = new Profile("Ada", null, "Europe/London", List.of("host"), 2, false);
        assertThat(ADA.changesTo(next))
                .containsExactly(
                        new MemberEvent.Tagged(List.of("host"), List.of("early")),
                        new MemberEvent.LevelChanged(1, 2),
                        new MemberEvent.ProfileChanged(List.of("channel", "planted")));
        assertThat(ADA.changesTo(ADA)).isEmpty();
    }

    @Test
    void isStatedOnlyAsFarAsSomethingIsSaid() {
        EnrolMember said = new EnrolMember("Ada L.", null, "", null, null, null, null, null);
        assertThat(said.over(ADA)).isEqualTo(new Profile("Ada L.", "newsletter", null, List.of("early"), 1, true));
        assertThat(EnrolMember.NOTHING.over(ADA)).isEqualTo(ADA);
    }

    @Test
    void isMergedAsAPatchSays() {
        assertThat(merged("{\"displayName\":null,\"level\":5,\"tags\":[\"z\"]}"))
                .isEqualTo(new Profile(null, "newsletter", "Europe/London", List.of("z"), 5, true));
        assertThat(merged("{\"tags\":null,\"level\":null,\"planted\":null,\"zone\":null,\"channel\":null}"))
                .isEqualTo(new Profile("Ada", null, null, List.of(), 0, false));
        assertThat(merged("{}")).isEqualTo(ADA);
    }

    @Test
    void refusesAPatchThatIsNotOne() {
        refuses(() -> merged("{\"level\":\"much\"}"), "/level");
        refuses(() -> merged("{\"status\":\"BANNED\"}"), "/status");
        refuses(() -> merged("{\"zone\":\"Mars\"}"), "/zone");
        refuses(() -> merged("{\"tags\":[{}]}"), "/tags/0");
    }

    private Profile merged(String patch) {
        try {
            return AmendMember.merge((ObjectNode) json.readTree(patch), ADA, json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Profile named(@Nullable String name) {
        return new Profile(name, null, null, List.of(), 0, false);
    }

    private static Profile tagged(String... tags) {
        return new Profile(null, null, null, List.of(tags), 0, false);
    }

    private static void refuses(ThrowingCallable making, String pointer) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().errors())
                                .extracting(FieldError::pointer)
                                .containsExactly(pointer));
    }
}

package dev.hearth.analytics.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AnalyticsStack
class AllSettingsTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T10:00:00.123456Z"), ZoneOffset.UTC);

    private final SettingDocuments documents;
    private final SettingStates states;
    private final String kind = "test-" + UUID.randomUUID();
    private final AllSettings here;
    private final AllSettings elsewhere;

    record Note(String text, @Nullable Integer weight) {}

    @Inject
    AllSettingsTest(SettingDocuments documents, SettingStates states) {
        this.documents = documents;
        this.states = states;
        this.here = replica();
        this.elsewhere = replica();
    }

    @BeforeEach
    void read() {
        World.eventually(states::isReady);
        done(here.refresh(true));
        done(elsewhere.refresh(true));
    }

    @Test
    void aChangeIsKnownHereAtOnceAndElsewhereWithTheNextRefresh() {
        Settings<Note> ours = here.of(kind, Note.class);
        Settings<Note> theirs = elsewhere.of(kind, Note.class);
        assertThat(got(ours.put("acme", "a", new Note("one", 1), IfMatch.absent())))
                .isInstanceOf(Put.Created.class);
        assertThat(ours.get("acme", "a").value()).isEqualTo(new Note("one", 1));
        assertThat(theirs.find("acme", "a")).isEmpty();

        done(elsewhere.refresh(false));
        Setting<Note> seen = theirs.get("acme", "a");
        assertThat(seen).isEqualTo(ours.get("acme", "a"));
        assertThat(seen.changedBy()).isEqualTo("ada");
        assertThat(seen.changedAt()).isEqualTo("2026-03-02T10:00:00.123Z");
        done(elsewhere.refresh(false));
        assertThat(theirs.get("acme", "a")).isSameAs(seen);

        done(theirs.remove("acme", "a", IfMatch.of(1)));
        done(here.refresh(false));
        assertThat(ours.find("acme", "a")).isEmpty();
    }

    @Test
    void ofTwoWhoChangeTheSameVersionOneIsTold() {
        Settings<Note> ours = here.of(kind, Note.class);
        Settings<Note> theirs = elsewhere.of(kind, Note.class);
        var _ = got(ours.put("acme", "a", new Note("one", null), IfMatch.absent()));
        var _ = got(ours.put("acme", "a", new Note("two", null), IfMatch.of(1)));

        assertThatThrownBy(() -> got(theirs.put("acme", "a", new Note("three", null), IfMatch.of(1))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(RequestProblem.PRECONDITION_FAILED));
        assertThatThrownBy(() ->
                        done(documents.write(Optional.empty(), kept("a", 1)).replaceWithVoid()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(RequestProblem.PRECONDITION_FAILED));
        assertThatThrownBy(() -> done(
                        documents.write(Optional.of(kept("a", 1)), kept("a", 2)).replaceWithVoid()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(RequestProblem.PRECONDITION_FAILED));
        assertThat(ours.get("acme", "a").value().text()).isEqualTo("two");
    }

    @Test
    void listsByIdAndKeepsKindsAndCommunitiesApart() {
        Settings<Note> ours = here.of(kind, Note.class);
        for (String id : List.of("b", "c", "a")) {
            var _ = got(ours.put("acme", id, new Note(id, null), IfMatch.absent()));
        }
        var _ = got(ours.put("other", "d", new Note("d", null), IfMatch.absent()));
        var _ = got(here.of(kind + "x", Note.class).put("acme", "e", new Note("e", null), IfMatch.absent()));

        assertThat(ours.all("acme").stream().map(Setting::id)).containsExactly("a", "b", "c");
        done(elsewhere.refresh(false));
        assertThat(elsewhere.of(kind, Note.class).all("acme")).isEqualTo(ours.all("acme"));
    }

    @Test
    void isBounded() {
        Settings<Note> ours = here.of(kind, Note.class);
        done(Uni.join()
                .all(IntStream.range(0, Settings.MAX)
                        .mapToObj(i -> documents.write(Optional.empty(), kept("id-" + i, 1)))
                        .toList())
                .andFailFast()
                .replaceWithVoid());
        done(here.refresh(false));
        assertThatThrownBy(() -> got(ours.put("acme", "more", new Note("x", null), IfMatch.absent())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(SettingProblem.TOO_MANY_SETTINGS));
    }

    @Test
    void whatTheStoreLosesComesBackFromTheTopicAsItWas() {
        Settings<Note> ours = here.of(kind, Note.class);
        Settings<Note> theirs = elsewhere.of(kind, Note.class);
        var _ = got(ours.put("acme", "a", new Note("one", 1), IfMatch.absent()));
        var _ = got(ours.put("acme", "a", new Note("zwei \u00fc", null), IfMatch.of(1)));
        var _ = got(ours.put("acme", "b", new Note("taken away", null), IfMatch.absent()));
        done(ours.remove("acme", "b", IfMatch.of(1)));
        Setting<Note> before = ours.get("acme", "a");
        World.eventually(() -> toldVersion("a") == 2 && toldVersion("b") == 0);

        lose("a");
        lose("b");
        assertThat(ours.get("acme", "a")).isSameAs(before);
        done(here.refresh(true));
        done(elsewhere.refresh(true));
        assertThat(theirs.all("acme")).containsExactly(before);
        assertThat(got(ours.put("acme", "a", new Note("zwei \u00fc", null), IfMatch.absent())))
                .isInstanceOf(Put.Existing.class);
        assertThat(ours.all("acme")).containsExactly(before);
    }

    @Test
    void ofStoreAndTopicTheNewerCounts() {
        Settings<Note> ours = here.of(kind, Note.class);
        for (int version = 0; version < 3; version++) {
            var _ = got(ours.put("acme", "a", new Note("v" + version, null), IfMatch.of(version)));
        }
        World.eventually(() -> toldVersion("a") == 3);
        // As after a crash that cost the last writes; then somebody changes it before that is noticed.
        lose("a");
        var _ = got(documents.write(Optional.empty(), kept("a", 1)));
        var _ = got(ours.put("acme", "a", new Note("last", null), IfMatch.of(3)));
        assertThat(ours.get("acme", "a").version()).isEqualTo(4);
        World.eventually(() -> toldVersion("a") == 4);

        var _ = got(documents.write(Optional.empty(), kept("untold", 7)));
        done(here.refresh(true));
        World.eventually(() -> toldVersion("untold") == 7);
        done(ours.remove("acme", "untold", IfMatch.of(7)));
        assertThat(got(ours.put("acme", "untold", new Note("again", null), IfMatch.absent())))
                .isInstanceOf(Put.Created.class);
        assertThat(ours.get("acme", "untold").version()).isEqualTo(9);
    }

    private long toldVersion(String id) {
        return states.find(new KeptSetting.Key(kind, "acme", id))
                .map(KeptSetting::version)
                .orElse(0L);
    }

    private void lose(String id) {
        KeptSetting.Key key = new KeptSetting.Key(kind, "acme", id);
        got(documents.find(key)).ifPresent(stored -> done(documents.forget(stored)));
    }

    private KeptSetting kept(String id, long version) {
        return new KeptSetting(
                new KeptSetting.Key(kind, "acme", id),
                version,
                Instant.parse("2026-03-02T10:00:00Z"),
                "bob",
                "{\"text\":\"other\",\"weight\":null}");
    }

    private AllSettings replica() {
        CurrentCaller caller = new FixedCaller();
        return new AllSettings(documents, states, new ObjectMapper(), caller, NOW);
    }

    private static <T> T got(Uni<T> asked) {
        return asked.await().atMost(Duration.ofSeconds(20));
    }

    private static void done(Uni<Void> asked) {
        var _ = asked.await().atMost(Duration.ofSeconds(20));
    }

    private static final class FixedCaller extends CurrentCaller {
        @Override
        public Caller get() {
            return new Caller("ada", Set.of(), Set.of("*"), null);
        }
    }
}

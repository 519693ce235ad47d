package dev.hearth.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Path FILE = Path.of("schemas/sale.json");

    @TempDir
    Path folder;

    @BeforeEach
    void needsGit() {
        assumeFalse(
                new History(folder).before(FILE, "") instanceof History.Unknown(String reason)
                        && reason.startsWith("git cannot be run"),
                "git is not installed here");
    }

    @Test
    void findsTheCommittedVersionWhileAChangeIsNotYetCommitted() throws IOException {
        git("init", "-q");
        commit("one");

        assertThat(new History(folder).before(FILE, "two"))
                .isInstanceOfSatisfying(
                        History.Earlier.class,
                        earlier -> assertThat(earlier.text()).isEqualTo("one"));
    }

    @Test
    void findsTheVersionBeforeOnceTheChangeIsCommitted() throws IOException {
        git("init", "-q");
        commit("one");
        commit("two");

        assertThat(new History(folder).before(FILE, "two"))
                .isInstanceOfSatisfying(
                        History.Earlier.class,
                        earlier -> assertThat(earlier.text()).isEqualTo("one"));
    }

    @Test
    void saysThatThereIsNoEarlierVersion() throws IOException {
        git("init", "-q");
        commit("one");

        assertThat(new History(folder).before(FILE, "one")).isInstanceOf(History.NoEarlier.class);
    }

    @Test
    void canRunGitInTheFolderOfTheBuild() {
        boolean cannot = new History(Path.of("")).before(FILE, "") instanceof History.Unknown(String reason)
                && reason.startsWith("git cannot be run");

        assertThat(cannot).isFalse();
    }

    @Test
    void saysWhyHistoryIsNotKnown() {
        assertThat(new History(folder).before(FILE, "one"))
                .isInstanceOfSatisfying(
                        History.Unknown.class,
                        unknown -> assertThat(unknown.reason()).startsWith("this is no git working tree"));
    }

    private void commit(String text) throws IOException {
        Path file = folder.resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "commit", "-qm", text);
    }

    private void git(String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.onExit().join().exitValue()).as("%s", command).isZero();
    }
}

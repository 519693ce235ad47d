package dev.hearth.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the script {@code hearth} in a made-up checkout, with made-up JDKs and a made-up Maven that tell how they are
 * called.
 */
class FrontDoorTest {

    private static final Path SCRIPT =
            Path.of("..", "..", "hearth").toAbsolutePath().normalize();

    @TempDir
    private Path directory = Path.of("");

    private Path checkout = Path.of("");

    private record Ran(int status, String out, String err) {}

    @BeforeEach
    void checkout() throws IOException {
        checkout = StandInService.checkout(directory.resolve("check out"));
        Files.copy(SCRIPT, checkout.resolve("hearth"));
        for (var module : List.of("deploy/local", "deploy/acceptance")) {
            Files.createDirectories(checkout.resolve(module).resolve("target/classes"));
        }
        Files.writeString(checkout.resolve("deploy/local/target/local.classpath"), "/lib/a.jar");
        Files.writeString(checkout.resolve("deploy/acceptance/target/acceptance.classpath"), "/lib/b.jar");
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.createDirectories(checkout.resolve("target"));
        Files.writeString(checkout.resolve("target/packaged"), "");
    }

    @Test
    void takesTheJdkOfJavaHomeIfItIsTheRightOne() throws Exception {
        var jdk = jdk("given", "25.0.3");
        var ran = run(Map.of("JAVA_HOME", jdk.toString()), "token", "--subject", "a b");
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("java of " + jdk)
                .contains("[dev.hearth.local.stack.Launcher][token][--subject][a b]")
                .contains("[-Dhearth.checkout=" + checkout.toRealPath() + "]");
    }

    @Test
    void looksFurtherWhenJavaHomeAndPathAreOlder() throws Exception {
        var old = jdk("old", "17.0.1");
        var folder = directory.resolve("jvms");
        var ignored = jdk("jvms/21", "21.0.1");
        var found = jdk("jvms/temurin 25", "25");
        var ran = run(
                Map.of(
                        "JAVA_HOME", old.toString(),
                        "PATH", old.resolve("bin") + ":" + System.getenv("PATH"),
                        "HEARTH_JDK_FOLDERS", "/nowhere:" + folder),
                "token");
        assertThat(ran.out()).contains("java of " + found).doesNotContain("java of " + ignored);
    }

    @Test
    void findsTheJdkOfThePathThroughLinksAndOneInAMacBundle() throws Exception {
        var linked = jdk("linked", "25.0.1");
        var bin = Files.createDirectories(directory.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), linked.resolve("bin/java"));
        assertThat(run(Map.of("PATH", bin + ":" + System.getenv("PATH")), "token")
                        .out())
                .contains("java of " + linked.toRealPath());

        var bundle = jdk("bundles/temurin-25.jdk/Contents/Home", "25.0.1");
        assertThat(run(Map.of("HEARTH_JDK_FOLDERS", directory.resolve("bundles").toString()), "token")
                        .out())
                .contains("java of " + bundle);
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
        var runtimeOnly = jdk("jvms/jre", "25.0.1");
        Files.delete(runtimeOnly.resolve("bin/javac"));
        var ran = run(Map.of("HEARTH_JDK_FOLDERS", directory.resolve("jvms").toString()), "up");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .contains("no JDK 25 found")
                .contains("apt install")
                .contains("brew install openjdk@25");
    }

    @Test
    void worksFromAnotherDirectoryAndThroughALink() throws Exception {
        var jdk = jdk("given", "25.0.3");
        var link = Files.createSymbolicLink(directory.resolve("hearth-link"), Path.of("check out/hearth"));
        var ran = run(link, Map.of("JAVA_HOME", jdk.toString()), "token");
        assertThat(ran.out()).contains("[-Dhearth.checkout=" + checkout.toRealPath() + "]");
    }

    @Test
    void packagesOnlyWhenASourceIsNewerOrAPackageIsMissing() throws Exception {
        var environment = Map.of("JAVA_HOME", jdk("given", "25.0.3").toString(), "PATH", maven("3.8.6"));
        assertThat(run(environment, "up").out()).doesNotContain("Packaging").contains("[up]");

        var source =
                Files.createDirectories(checkout.resolve("member-service/src")).resolve("New.java");
        Files.writeString(source, "");
        Files.setLastModifiedTime(
                checkout.resolve("target/packaged"), java.nio.file.attribute.FileTime.fromMillis(1_000_000));
        var packaged = run(environment, "up").out();
        assertThat(packaged)
                .contains("Packaging")
                .contains("member-service 1 [3/9]")
                .contains("[up]");
        assertThat(Files.readString(checkout.resolve(".hearth/log/build.log"))).contains("-DskipTests");
        assertThat(run(environment, "up").out()).doesNotContain("Packaging");

        Files.delete(checkout.resolve("analytics-service/target/quarkus-app/quarkus-run.jar"));
        assertThat(run(environment, "up").out()).contains("Packaging");
    }

    @Test
    void showsTheErrorsWhenPackagingFailsAndStartsNothing() throws Exception {
        Files.delete(checkout.resolve("target/packaged"));
        var environment =
                Map.of("JAVA_HOME", jdk("given", "25.0.3").toString(), "PATH", maven("3.9.1"), "MAVEN_FAILS", "yes");
        var ran = run(environment, "up");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("[ERROR] it does not compile").contains("packaging failed");
        assertThat(ran.out()).doesNotContain("[up]");
    }

    @Test
    void refusesAMavenThatIsTooOldAndTestsWithOneThatIsNot() throws Exception {
        var jdk = jdk("given", "25.0.3").toString();
        var old = run(Map.of("JAVA_HOME", jdk, "PATH", maven("3.6.3")), "test");
        assertThat(old.status()).isEqualTo(1);
        assertThat(old.err()).contains("3.6.3").contains("3.8.6 or newer");
        var tested = run(Map.of("JAVA_HOME", jdk, "PATH", maven("3.10.0")), "test", "-pl", "platform");
        assertThat(tested.out()).contains("mvn [-B][-ntp][verify][-pl][platform] with " + jdk);
    }

    @Test
    void givesToolsTheAddressesOfTheRunningSuiteAndAToken() throws Exception {
        Files.createDirectories(checkout.resolve(".hearth"));
        Files.writeString(
                checkout.resolve(".hearth/addresses"),
                "HEARTH_MEMBER_URL=http://localhost:1\nHEARTH_ENGAGEMENT_URL=http://localhost:2\n");
        var ran = run(
                Map.of("JAVA_HOME", jdk("given", "25.0.3").toString(), "HEARTH_MEMBER_URL", "http://elsewhere:9"),
                "replay",
                "events.csv");
        assertThat(ran.out())
                .contains("[dev.hearth.acceptance.replay.Replay][events.csv]")
                .contains("member=http://elsewhere:9 engagement=http://localhost:2")
                .contains("token=java of");
    }

    @Test
    void tellsASlipOfThePenBeforeAnythingIsPackaged() throws Exception {
        Files.delete(checkout.resolve("target/packaged"));
        var environment = Map.of("JAVA_HOME", jdk("given", "25.0.3").toString(), "PATH", maven("3.9.1"));
        for (var wrong : List.of(
                List.of("unknown option: --prot-kafka", "--prot-kafka", "1"),
                List.of("--home needs a value", "--demo", "--home"),
                List.of("unknown option: demo", "demo"))) {
            var arguments = new ArrayList<>(wrong);
            arguments.set(0, "up");
            var ran = run(environment, arguments.toArray(String[]::new));
            assertThat(ran.status()).isEqualTo(2);
            assertThat(ran.err()).contains(wrong.getFirst()).contains("./hearth up");
            assertThat(ran.out()).isEmpty();
        }
        // Every part that the launcher knows may have its port.
        var all = new ArrayList<>(List.of("up", "--demo", "--home", "x"));
        for (var part : Part.values()) {
            all.add(part.portOption());
            all.add("1");
            all.add(part.portOption() + "=1");
        }
        assertThat(run(environment, all.toArray(String[]::new)).out()).contains("[up][--demo][--home][x]");
    }

    @Test
    void explainsItselfAndEndsWithTwoOnAnUnknownCommand() throws Exception {
        assertThat(run(Map.of(), "help").out()).contains("./hearth up").contains("./hearth replay FILE");
        assertThat(run(Map.of()).status()).isZero();
        var ran = run(Map.of(), "down");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("unknown command: down").contains("./hearth up");
    }

    /** A JDK whose java says where it is, its arguments, and what the tools need to know. */
    private Path jdk(String name, String version) throws IOException {
        var home = directory.toRealPath().resolve(name);
        program(home.resolve("bin/javac"), "exit 0");
        program(
                home.resolve("bin/java"),
                "printf 'java of %s ' '" + home + "'; printf '[%s]' \"$@\"",
                "echo \" member=$HEARTH_MEMBER_URL engagement=$HEARTH_ENGAGEMENT_URL token=$HEARTH_LOCAL_TOKEN\"");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** A path that begins with a Maven of this version. */
    private String maven(String version) throws IOException {
        var bin = directory.resolve("maven-" + version);
        program(
                bin.resolve("mvn"),
                "if [ \"$1\" = --version ]; then echo 'Apache Maven " + version + "'; exit 0; fi",
                "printf 'mvn '; printf '[%s]' \"$@\"; echo \" with $JAVA_HOME\"",
                "echo '[INFO] Building member-service 1                      [3/9]'",
                "if [ -n \"${MAVEN_FAILS:-}\" ]; then echo '[ERROR] it does not compile'; exit 1; fi",
                "mkdir -p analytics-service/target/quarkus-app",
                "touch analytics-service/target/quarkus-app/quarkus-run.jar");
        return bin + ":" + System.getenv("PATH");
    }

    private static void program(Path file, String... lines) throws IOException {
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ran run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(checkout.resolve("hearth"), environment, arguments);
    }

    /** Without what this machine has: its JDKs are found only if the test says so. */
    private Ran run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        var out = directory.resolve("out.txt");
        var err = directory.resolve("err.txt");
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        var variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("HEARTH_") || name.equals("JAVA_HOME"));
        variables.put("HEARTH_JDK_FOLDERS", "/nowhere");
        variables.put("HOME", directory.toString());
        variables.putAll(environment);
        // The java of this machine's path must not be found by chance.
        variables.put("PATH", withoutJava(variables.getOrDefault("PATH", "")));
        var status = builder.start().waitFor();
        return new Ran(status, Files.readString(out), Files.readString(err));
    }

    private String withoutJava(String path) throws IOException {
        var kept = new ArrayList<String>();
        for (var folder : path.split(":", -1)) {
            if (folder.startsWith(directory.toString()) || !Files.exists(Path.of(folder, "java"))) {
                kept.add(folder);
            }
        }
        kept.add(tools().toString());
        return String.join(":", kept);
    }

    /** The programs that the script uses, where their folder has a java too. */
    private Path tools() throws IOException {
        var tools = Files.createDirectories(directory.resolve("tools"));
        for (var name : List.of(
                "bash",
                "sh",
                "cat",
                "sed",
                "tr",
                "dirname",
                "readlink",
                "find",
                "head",
                "grep",
                "tee",
                "touch",
                "mkdir",
                "mv",
                "printenv",
                "rm",
                "env")) {
            var link = tools.resolve(name);
            if (!Files.exists(link)) {
                for (var folder : List.of("/usr/bin", "/bin")) {
                    if (Files.exists(Path.of(folder, name)) && !Files.exists(link)) {
                        Files.createSymbolicLink(link, Path.of(folder, name));
                    }
                }
            }
        }
        return tools;
    }
}

package dev.hearth.platform.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Code that must not stand in the source tree, because it breaks a rule and because Quarkus would find its resources
 * and entities: compiled from text while the test runs.
 */
final class Sources {
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|@interface|record) (\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    /** Foreign types that the platform does not have on its class path, each with its package. */
    private static final Map<String, String> STRANGERS = Map.of(
            "org.eclipse.microprofile.reactive.messaging", "public @interface Incoming { String value(); }",
            "io.vavr.control", "public interface Option<T> {}",
            "com.google.common.collect", "public interface ImmutableList<T> {}",
            "dev.cel.runtime", "public interface Program {}");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** One for all: it remembers what is in the many jars of the class path. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private Sources() {}

    /** The classes of one text that holds several units, parted by lines {@code ----}. */
    static JavaClasses compiled(String units, Path into) {
        StringWriter problems = new StringWriter();
        List<JavaFileObject> files = Stream.concat(
                        STRANGERS.entrySet().stream()
                                .map(stranger -> "package " + stranger.getKey() + ";\n" + stranger.getValue()),
                        Stream.of(units.split("(?m)^----\n")))
                .map(Sources::file)
                .toList();
        boolean done = COMPILER.getTask(
                        problems,
                        FILES,
                        null,
                        List.of(
                                "-d",
                                into.toString(),
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                "-proc:none",
                                "-Xlint:none",
                                "-parameters"),
                        null,
                        files)
                .call();
        if (!done) {
            throw new IllegalArgumentException("the fixture does not compile:\n" + problems + "\n" + units);
        }
        return new ClassFileImporter().importPath(into.resolve("dev").resolve("hearth"));
    }

    private static JavaFileObject file(String unit) {
        Matcher inPackage = PACKAGE.matcher(unit);
        if (!inPackage.find()) {
            throw new IllegalArgumentException("no package in " + unit);
        }
        Matcher type = TYPE.matcher(unit);
        String name = type.find() ? type.group(1) : "package-info";
        String path = inPackage.group(1).replace('.', '/') + "/" + name + ".java";
        return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return unit;
            }
        };
    }
}

package dev.hearth.platform.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.hearth.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The contract records, and the committed files about them. */
final class Contracts {
    static final ObjectMapper JSON = new ObjectMapper();
    static final Path FOLDER = Path.of("src/main/resources/contracts");
    static final Path EXAMPLES = FOLDER.resolve("examples");

    private Contracts() {}

    /** Every record that is marked as a contract, by type. */
    static List<Class<? extends Record>> records() {
        return new ClassFileImporter()
                .importPackages("dev.hearth.contract").stream()
                        .filter(javaClass -> javaClass.isAnnotatedWith(Contract.class))
                        .<Class<? extends Record>>map(
                                javaClass -> javaClass.reflect().asSubclass(Record.class))
                        .sorted(Comparator.comparing(Contracts::type))
                        .toList();
    }

    static String type(Class<? extends Record> contract) {
        return contract.getAnnotation(Contract.class).type();
    }

    static String topic(Class<? extends Record> contract) {
        return contract.getAnnotation(Contract.class).topic();
    }

    static String fileName(Class<? extends Record> contract) {
        return type(contract) + ".json";
    }

    static Path schema(Class<? extends Record> contract) {
        return FOLDER.resolve(fileName(contract));
    }

    static Path example(Class<? extends Record> contract) {
        return EXAMPLES.resolve(fileName(contract));
    }

    static List<String> jsonFilesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indented as committed, with a line end at the end. */
    static String printed(JsonNode node) {
        return node.toPrettyString().replace("\r\n", "\n") + "\n";
    }
}

package dev.hearth.platform.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The committed AsyncAPI document.
 *
 * @param root the whole document
 */
record AsyncApi(JsonNode root) {
    static AsyncApi committed() {
        try {
            return new AsyncApi(new YAMLMapper()
                    .readTree(Contracts.FOLDER.resolve("asyncapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of each topic's messages; a topic whose address has a parameter stands once for each value. */
    Map<String, List<String>> messagesByTopic() {
        Map<String, List<String>> messages = new TreeMap<>();
        for (JsonNode channel : root.path("channels")) {
            List<String> names = new ArrayList<>();
            channel.path("messages")
                    .forEach(message -> names.add(resolved(message).path("name").asText()));
            addresses(channel).forEach(address -> messages.put(address, names));
        }
        return messages;
    }

    /** A message of that name. */
    JsonNode message(String name) {
        for (JsonNode message : root.path("components").path("messages")) {
            if (message.path("name").asText().equals(name)) {
                return message;
            }
        }
        throw new AssertionError("no message is called " + name);
    }

    List<String> messageNames() {
        List<String> names = new ArrayList<>();
        root.path("components")
                .path("messages")
                .forEach(message -> names.add(message.path("name").asText()));
        return names;
    }

    JsonNode schema(String name) {
        return root.path("components").path("schemas").path(name);
    }

    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#") ? root.at(JsonPointer.compile(reference.substring(1))) : node;
    }

    private static List<String> addresses(JsonNode channel) {
        List<String> addresses = List.of(channel.path("address").asText());
        for (Map.Entry<String, JsonNode> parameter : channel.path("parameters").properties()) {
            List<String> filled = new ArrayList<>();
            for (String address : addresses) {
                parameter
                        .getValue()
                        .path("enum")
                        .forEach(value -> filled.add(address.replace("{" + parameter.getKey() + "}", value.asText())));
            }
            addresses = filled;
        }
        return addresses;
    }
}

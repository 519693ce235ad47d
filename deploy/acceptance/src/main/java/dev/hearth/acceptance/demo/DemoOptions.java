package dev.hearth.acceptance.demo;

import dev.hearth.acceptance.client.SuiteAddresses;
import dev.hearth.acceptance.simulation.Scale;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a demo is asked for.
 *
 * @param note the file in which it remembers how far it is
 * @param tokenCommand what prints a token that this suite accepts
 * @param seed of the simulation
 * @param scale of the simulation
 * @param addresses of the suite
 */
record DemoOptions(Path note, String tokenCommand, long seed, Scale scale, SuiteAddresses addresses) {
    private static final long SEED = 20261123;
    private static final Set<String> KNOWN =
            Set.of("--note", "--token-command", "--seed", "--communities", "--groups", "--members", "--days");

    static DemoOptions read(List<String> arguments, Map<String, String> environment) {
        Map<String, String> said = new HashMap<>();
        for (int place = 0; place < arguments.size(); place += 2) {
            String name = arguments.get(place);
            if (!KNOWN.contains(name) || place + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " is no option with a value; there are " + KNOWN);
            }
            said.put(name, arguments.get(place + 1));
        }
        Scale usual = Scale.DEMO;
        return new DemoOptions(
                Path.of(said.getOrDefault("--note", "demo.properties")),
                said.getOrDefault("--token-command", "./hearth token"),
                number(said, "--seed", SEED),
                new Scale(
                        (int) number(said, "--communities", usual.communities()),
                        (int) number(said, "--groups", usual.groups()),
                        (int) number(said, "--members", usual.members()),
                        (int) number(said, "--days", usual.days())),
                SuiteAddresses.of(environment));
    }

    private static long number(Map<String, String> said, String name, long usual) {
        String value = said.get(name);
        try {
            return value == null ? usual : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, is " + value, e);
        }
    }
}

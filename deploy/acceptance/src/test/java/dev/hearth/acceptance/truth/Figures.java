package dev.hearth.acceptance.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Named values, each written in one way only, so that two sets of them can be compared value by value. */
public final class Figures {
    private final SortedMap<String, String> values = new TreeMap<>();

    /** Adds a value; a name has one value. */
    public void put(String name, String value) {
        String before = values.putIfAbsent(name, value);
        if (before != null) {
            throw new IllegalStateException(name + " has two values: " + before + " and " + value);
        }
    }

    public void put(String name, long value) {
        put(name, Long.toString(value));
    }

    public void put(String name, boolean value) {
        put(name, Boolean.toString(value));
    }

    /** Adds a fraction, whatever zeros it ends with. */
    public void put(String name, BigDecimal value) {
        put(name, value.stripTrailingZeros().toPlainString());
    }

    /** Adds a JSON value: a number by its value, everything else by its text. */
    public void put(String name, JsonNode value) {
        if (value.isNumber()) {
            put(name, value.decimalValue());
        } else {
            put(name, value.asText());
        }
    }

    /** Adds all values of another set, with something before their names. */
    public void putAll(String before, Figures others) {
        others.values.forEach((name, value) -> put(before + name, value));
    }

    public Set<String> names() {
        return values.keySet();
    }

    public int size() {
        return values.size();
    }

    Map<String, String> values() {
        return values;
    }

    /**
     * Where the measured values differ from these, one line each: another value, none, or one too many. Nothing to
     * compare is a difference too.
     */
    public List<String> differencesTo(Figures measured) {
        List<String> differences = new ArrayList<>();
        if (values.isEmpty()) {
            differences.add("nothing is expected: the comparison would prove nothing");
        }
        TreeSet<String> names = new TreeSet<>(values.keySet());
        names.addAll(measured.values.keySet());
        for (String name : names) {
            String expected = values.getOrDefault(name, "absent");
            String found = measured.values.getOrDefault(name, "absent");
            if (!expected.equals(found)) {
                differences.add(name + ": expected " + expected + ", measured " + found);
            }
        }
        return differences;
    }
}

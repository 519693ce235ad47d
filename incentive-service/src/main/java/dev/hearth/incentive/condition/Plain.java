package dev.hearth.incentive.condition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** JSON values as CEL knows them: every whole number a long, every other a double; what is null is left out. */
final class Plain {
    private Plain() {}

    static Map<String, Object> map(Map<?, ?> json) {
        Map<String, Object> plain = HashMap.newHashMap(json.size());
        json.forEach((name, value) -> {
            if (value != null) {
                plain.put(String.valueOf(name), value(value));
            }
        });
        return plain;
    }

    private static Object value(Object json) {
        return switch (json) {
            case Integer whole -> whole.longValue();
            case BigInteger huge -> huge.bitLength() < Long.SIZE ? (Object) huge.longValue() : huge.doubleValue();
            case Long whole -> whole;
            case Number other -> other.doubleValue();
            case Map<?, ?> object -> map(object);
            case Collection<?> array -> list(array);
            default -> json;
        };
    }

    private static List<Object> list(Collection<?> array) {
        List<Object> plain = new ArrayList<>(array.size());
        for (Object item : array) {
            if (item != null) {
                plain.add(value(item));
            }
        }
        return plain;
    }
}

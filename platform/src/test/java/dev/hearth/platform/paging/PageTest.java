package dev.hearth.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Property
    void followingTheCursorsMeetsEveryItemOnceInOrder(
            @ForAll @IntRange(max = 60) int size, @ForAll @IntRange(min = 1, max = 20) int limit) {
        List<String> all = IntStream.range(0, size).mapToObj("%03d"::formatted).toList();
        List<String> met = new ArrayList<>();
        String cursor = null;
        do {
            Page<String> page = read(all, limit, cursor);
            met.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(met).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201})
    void refusesALimitOutOfRange(int limit) {
        assertThatThrownBy(() -> paging(limit, null).limit())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("?limit")
                .hasMessageContaining("1 to 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "AA", "YQBi"})
    void refusesACursorThatIsNotOurs(String cursor) {
        assertThatThrownBy(() -> paging(null, cursor).after())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("?cursor");
    }

    private static Page<String> read(List<String> all, int limit, @Nullable String cursor) {
        String after = paging(limit, cursor).after();
        List<String> rows = all.stream()
                .filter(item -> item.compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, Function.identity());
    }

    private static Paging paging(@Nullable Integer limit, @Nullable String cursor) {
        Paging paging = new Paging();
        paging.limit = limit == null ? null : limit.toString();
        paging.cursor = cursor;
        return Objects.requireNonNull(paging);
    }
}

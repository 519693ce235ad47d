package dev.hearth.analytics.influence;

import dev.hearth.platform.problem.QueryParameter;
import java.util.function.Predicate;

/** Where a list by gravity goes on: {@code love/reach/member} of the last one seen. */
final class InfluenceCursor {
    private InfluenceCursor() {}

    static String after(MemberInfluence last) {
        return last.love() + "/" + last.reach() + "/" + last.member();
    }

    static Predicate<MemberInfluence> follows(String cursor) {
        if (cursor.isEmpty()) {
            return member -> true;
        }
        MemberInfluence seen = seen(cursor);
        return member -> MemberInfluence.GREATEST_FIRST.compare(member, seen) > 0;
    }

    private static MemberInfluence seen(String cursor) {
        String[] parts = cursor.split("/", 3);
        try {
            if (parts.length == 3) {
                return new MemberInfluence(parts[2], Double.parseDouble(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException e) {
            // Told below, as for a cursor of another list.
        }
        throw QueryParameter.refused(
                "cursor", "is not a cursor of this list; use `next` of the page before, or leave it out");
    }
}

package dev.hearth.analytics.activity;

import java.util.Locale;

/**
 * Tells whether two partitions hold the same acts, whatever the order in which they were heard of: the number of acts
 * and the sum of a hash of each. Two that differ look alike with a probability of about 2⁻⁶⁴.
 *
 * @param acts how many
 * @param sum of their hashes, overflow included
 */
public record Fingerprint(long acts, long sum) {
    public static final Fingerprint NOTHING = new Fingerprint(0, 0);

    static Fingerprint of(String community, CommunityActivity activity) {
        long[] sum = {0};
        long start = Hashes.of(community);
        activity.rows().from(0, row -> sum[0] += hash(start, activity, row));
        return new Fingerprint(activity.rows().size(), sum[0]);
    }

    public Fingerprint plus(Fingerprint other) {
        return new Fingerprint(acts + other.acts, sum + other.sum);
    }

    private static long hash(long start, CommunityActivity activity, Rows.Row row) {
        Place place = activity.place(row.place());
        long hash = Hashes.mix(start + Hashes.of(activity.member(row.ordinal())));
        hash = Hashes.mix(hash + Hashes.of(place.kind()) + (place.activity() ? 1 : 0));
        hash = Hashes.mix(hash + (place.group() == null ? 0 : Hashes.of(place.group())));
        hash = Hashes.mix(hash + row.day());
        hash = Hashes.mix(hash + row.at());
        hash = Hashes.mix(hash + row.id());
        hash = Hashes.mix(hash + row.target());
        return Hashes.mix(hash + row.value());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d-%016x", acts, sum);
    }
}

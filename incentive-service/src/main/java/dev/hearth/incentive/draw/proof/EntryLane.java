package dev.hearth.incentive.draw.proof;

import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.chance.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of entries as a hash chain: the head stands for every entry and their order, so none can be added before it,
 * removed or moved without another head. Each entry's receipt names the head that it made.
 *
 * @param entries how many there are, 0 or more
 * @param head SHA-256 in hexadecimal
 */
public record EntryLane(long entries, String head) {
    /** An empty list. */
    public static EntryLane first(DrawId draw, int lane) {
        return new EntryLane(
                0, Sha256.ofFields("hearth/entries/v1", draw.community(), draw.draw(), Integer.toString(lane)));
    }

    /** The list with one more entry: the new head is SHA-256(head, entrant), both as 32 bytes. */
    public EntryLane with(String entrant) {
        return new EntryLane(entries + 1, Sha256.link(head, entrant));
    }

    /** What stands for all lists of a draw: its root. */
    public static String root(List<EntryLane> lanes) {
        List<String> fields = new ArrayList<>();
        fields.add("hearth/lists/v1");
        lanes.forEach(lane -> {
            fields.add(Long.toString(lane.entries()));
            fields.add(lane.head());
        });
        return Sha256.ofFields(fields.toArray(String[]::new));
    }

    /** What the member alone is told, and shows to prove that an entrant is this member. */
    public static String nonce(Seed salt, DrawId draw, String member) {
        return salt.secret("hearth/nonce/v1", draw.community(), draw.draw(), member);
    }

    /**
     * How a member stands in the lists: the same in each of its entries, so that anybody can count them, and telling
     * nobody who it is who does not have the nonce.
     */
    public static String entrant(DrawId draw, String member, String nonce) {
        return Sha256.ofFields("hearth/entrant/v1", draw.community(), draw.draw(), member, nonce);
    }
}

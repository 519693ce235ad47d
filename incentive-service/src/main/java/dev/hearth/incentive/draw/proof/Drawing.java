package dev.hearth.incentive.draw.proof;

import dev.hearth.incentive.chance.Chance;
import dev.hearth.incentive.chance.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who wins. Nothing is an input but what is published with the proof. */
public final class Drawing {
    /** The name of all that is computed here; a change is another name. */
    public static final String ALGORITHM = "hearth/draw/v1";

    private final List<Stake> prizes;
    private final int winsPerMember;

    /**
     * @param prizes in the order of the terms
     * @param winsPerMember the most that one member may win, 1 or more
     */
    public Drawing(List<Stake> prizes, int winsPerMember) {
        this.prizes = List.copyOf(prizes);
        this.winsPerMember = winsPerMember;
    }

    /**
     * An entry that won.
     *
     * @param position in the lists, one after the other, from 0
     * @param entrant who entered
     * @param prize the prize's id
     */
    public record Win(int position, String entrant, String prize) {}

    /**
     * The chance that decides.
     *
     * @param root of the closed lists; empty for an instant draw, whose entries are decided one by one
     * @param beacon what the world said after the closing; empty where the terms name none
     */
    public static Chance chance(Seed seed, DrawId draw, String termsHash, String root, String beacon) {
        return seed.chance(ALGORITHM, draw.community(), draw.draw(), termsHash, root, beacon);
    }

    /**
     * Draws the entries of a closed draw, one after the other and none twice: the i-th, from 0, is that in place i +
     * below(n - i) of the n entries, which is then exchanged with that in place i (Fisher and Yates). An entry of a
     * member who has won as often as allowed is passed over. The prizes go out in the order of the terms; if the
     * entries end first, prizes are left.
     */
    public List<Win> atClosing(Chance chance, List<String> entrants) {
        Map<Integer, Integer> exchanged = new HashMap<>();
        Map<String, Integer> won = new HashMap<>();
        List<String> prizesInOrder = prizesInOrder();
        List<Win> wins = new ArrayList<>();
        for (int i = 0; i < entrants.size() && wins.size() < prizesInOrder.size(); i++) {
            int place = i + Math.toIntExact(chance.below(entrants.size() - (long) i));
            int position = exchanged.getOrDefault(place, place);
            exchanged.put(place, exchanged.getOrDefault(i, i));
            String entrant = entrants.get(position);
            if (won.getOrDefault(entrant, 0) < winsPerMember) {
                won.merge(entrant, 1, Integer::sum);
                wins.add(new Win(position, entrant, prizesInOrder.get(wins.size())));
            }
        }
        return wins;
    }

    /**
     * Which prize an entry of an instant draw meets: below(1,000,000) of the number's branch falls into the range of a
     * prize, whose lengths are the odds in the order of the terms, or into none.
     *
     * @param number of the entry, from 1
     * @return the place of the prize in the terms, or -1
     */
    public int meets(Chance chance, long number) {
        long left = chance.branch(number).below(Stake.MILLION);
        for (int place = 0; place < prizes.size(); place++) {
            left -= prizes.get(place).odds();
            if (left < 0) {
                return place;
            }
        }
        return -1;
    }

    /**
     * Whether the entry that met a prize gets it: only while there is one, and not if its member has won as often as
     * allowed. Otherwise nobody gets it, and it stays.
     *
     * @param stock how many are left of it
     * @param won how often the member has won
     */
    public boolean gets(int stock, int won) {
        return stock > 0 && won < winsPerMember;
    }

    private List<String> prizesInOrder() {
        List<String> inOrder = new ArrayList<>();
        prizes.forEach(stake -> {
            for (int i = 0; i < stake.quantity(); i++) {
                inOrder.add(stake.prize());
            }
        });
        return inOrder;
    }
}

package dev.hearth.incentive.draw.proof;

import dev.hearth.incentive.chance.Chance;
import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.chance.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whole draws and their proofs, made without the service. */
final class Proofs {
    static final DrawId DRAW = new DrawId("acme", "spring");
    static final Seed SEED = new Seed("5a".repeat(32));
    private static final Seed SALT = new Seed("c3".repeat(32));

    private Proofs() {}

    static String nonce(String member) {
        return EntryLane.nonce(SALT, DRAW, member);
    }

    static String entrant(String member) {
        return EntryLane.entrant(DRAW, member, nonce(member));
    }

    static List<String> entrants(String prefix, int count, int members) {
        return IntStream.range(0, count)
                .mapToObj(i -> entrant(prefix + i % members))
                .toList();
    }

    static EntryLane lane(int number, List<String> entrants) {
        EntryLane lane = EntryLane.first(DRAW, number);
        for (String entrant : entrants) {
            lane = lane.with(entrant);
        }
        return lane;
    }

    static DrawProof atClosing(List<Stake> prizes, int winsPerMember, String beacon, List<List<String>> lists) {
        String terms =
                terms("CLOSING", prizes, winsPerMember, beacon.isEmpty() ? "" : ",\"beacon\":{\"source\":\"drand\"}");
        List<EntryLane> lanes = IntStream.range(0, lists.size())
                .mapToObj(i -> lane(i, lists.get(i)))
                .toList();
        String root = EntryLane.root(lanes);
        Chance chance = Drawing.chance(SEED, DRAW, Sha256.ofText(terms), root, beacon);
        List<String> all = lists.stream().flatMap(List::stream).toList();
        List<DrawProof.Winner> winners = new Drawing(prizes, winsPerMember)
                .atClosing(chance, all).stream().map(win -> winner(win, lists)).toList();
        return proof(terms, lists, root, beacon, winners);
    }

    static DrawProof instant(List<Stake> prizes, int winsPerMember, List<String> entrants) {
        String terms = terms("INSTANT", prizes, winsPerMember, "");
        Chance chance = Drawing.chance(SEED, DRAW, Sha256.ofText(terms), "", "");
        Drawing drawing = new Drawing(prizes, winsPerMember);
        int[] stock = prizes.stream().mapToInt(Stake::quantity).toArray();
        Map<String, Integer> won = new HashMap<>();
        List<DrawProof.Winner> winners = new ArrayList<>();
        List<String> entered = new ArrayList<>();
        for (String entrant : entrants) {
            if (IntStream.of(stock).sum() == 0) {
                break;
            }
            entered.add(entrant);
            int place = drawing.meets(chance, entered.size());
            if (place >= 0 && drawing.gets(stock[place], won.getOrDefault(entrant, 0))) {
                stock[place]--;
                won.merge(entrant, 1, Integer::sum);
                winners.add(new DrawProof.Winner(
                        0, entered.size(), entrant, prizes.get(place).prize()));
            }
        }
        return proof(terms, List.of(entered), EntryLane.root(List.of(lane(0, entered))), "", winners);
    }

    private static DrawProof proof(
            String terms, List<List<String>> lists, String root, String beacon, List<DrawProof.Winner> winners) {
        return new DrawProof(
                Drawing.ALGORITHM,
                DRAW.community(),
                DRAW.draw(),
                "DRAWN",
                "",
                terms,
                Sha256.ofText(terms),
                SEED.commitment(),
                SEED.hex(),
                beacon.isEmpty() ? null : beacon,
                IntStream.range(0, lists.size())
                        .mapToObj(i -> new DrawProof.Lane(lane(i, lists.get(i)).head(), lists.get(i)))
                        .toList(),
                root,
                winners);
    }

    private static DrawProof.Winner winner(Drawing.Win win, List<List<String>> lists) {
        int lane = 0;
        int before = 0;
        while (win.position() - before >= lists.get(lane).size()) {
            before += lists.get(lane).size();
            lane++;
        }
        return new DrawProof.Winner(lane, win.position() - before + 1L, win.entrant(), win.prize());
    }

    private static String terms(String mode, List<Stake> prizes, int winsPerMember, String more) {
        return prizes.stream()
                .map(stake -> "{\"prize\":\"%s\",\"quantity\":%d,\"odds\":%d}"
                        .formatted(stake.prize(), stake.quantity(), stake.odds()))
                .collect(Collectors.joining(
                        ",",
                        "{\"title\":\"春节\",\"mode\":\"" + mode + "\",\"winsPerMember\":" + winsPerMember
                                + ",\"prizes\":[",
                        "]" + more + "}"));
    }
}

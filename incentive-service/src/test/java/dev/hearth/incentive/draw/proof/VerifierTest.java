package dev.hearth.incentive.draw.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.incentive.draw.proof.Verifier.Verdict;
import dev.hearth.platform.event.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two programs that share nothing but the description must draw the same winners. */
class VerifierTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Stake> PRIZES =
            List.of(new Stake("phone", 1, 5_000), new Stake("cup", 7, 30_000), new Stake("sticker", 60, 250_000));

    @TempDir
    Path directory = Path.of("");

    @BeforeEach
    void needPython() {
        Verifier.assumePython();
    }

    @Test
    void drawsTheSameWinnersAtClosing() {
        DrawProof proof = closing("");

        assertThat(proof.winners()).hasSize(68);
        assertThat(verify(proof)).isEqualTo(new Verdict(0, "HOLDS: 68 winners of 500 entries are those that follow\n"));
        assertThat(verify(closing("8d61d9100567de44682506aea1a7a6fa6e5491cd")).status())
                .isZero();
    }

    @Test
    void drawsTheSameWinnersWithSeveralWinsAMemberAndFewEntries() {
        DrawProof proof = Proofs.atClosing(PRIZES, 3, "", List.of(Proofs.entrants("m", 40, 9), List.of()));

        assertThat(proof.winners()).hasSize(27);
        assertThat(verify(proof).status()).isZero();
        assertThat(verify(Proofs.atClosing(PRIZES, 1, "", List.of(List.of()))).status())
                .isZero();
    }

    @Test
    void drawsTheSameWinnersOfAnInstantDraw() {
        DrawProof proof = Proofs.instant(PRIZES, 2, Proofs.entrants("m", 900, 300));

        assertThat(proof.winners()).hasSizeGreaterThan(60);
        assertThat(verify(proof).status()).isZero();
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("another winner", proof -> winner(proof).put("entrant", Proofs.entrant("mallory"))),
                forgery("another prize", proof -> winner(proof).put("prize", "sticker")),
                forgery("a winner is left out", proof -> list(proof, "winners").remove(3)),
                forgery("an entry is added late", proof -> entrants(proof).add(Proofs.entrant("mallory"))),
                forgery("an entry is taken away", proof -> entrants(proof).remove(5)),
                forgery("two entries change places", proof -> {
                    ArrayNode entrants = entrants(proof);
                    entrants.add(entrants.remove(0));
                }),
                forgery("an entry is added late, with its head", proof -> {
                    entrants(proof).add(Proofs.entrant("mallory"));
                    relink(proof);
                }),
                forgery("another seed", proof -> proof.put("seed", "77".repeat(32))),
                forgery("another beacon", proof -> proof.put("beacon", "another")),
                forgery("no seed though it is drawn", proof -> proof.remove("seed")),
                forgery(
                        "other terms",
                        proof -> proof.put(
                                "terms", proof.get("terms").asText().replace("\"quantity\":7", "\"quantity\":6"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void findsTheForgery(String what, Consumer<ObjectNode> forge) throws IOException {
        ObjectNode proof = (ObjectNode) JSON.readTree(json(closing("")));
        forge.accept(proof);

        Verdict verdict = Verifier.verify(proof.toString());

        assertThat(verdict.words()).as(what).startsWith("FORGED: ");
        assertThat(verdict.status()).isEqualTo(1);
    }

    /** A proof forged as a whole fits together; what was published before does not fit it. */
    @Test
    void findsAProofThatIsNotTheOneThatWasPromised() {
        DrawProof proof = closing("");

        assertThat(Verifier.verify(json(proof), "--commitment", proof.commitment(), "--root", root(proof))
                        .status())
                .isZero();
        assertThat(Verifier.verify(json(proof), "--commitment", "ab".repeat(32)).words())
                .contains("FORGED: the commitment");
        assertThat(Verifier.verify(json(proof), "--root", "ab".repeat(32)).words())
                .contains("FORGED: the root");
    }

    @Test
    void findsTheEntryOfAReceiptAndMissesOneThatWasDropped() throws IOException {
        List<String> entrants = Proofs.entrants("m", 30, 30);
        String honest = json(Proofs.atClosing(PRIZES, 1, "", List.of(entrants)));
        String dropped = json(Proofs.atClosing(PRIZES, 1, "", List.of(entrants.subList(1, 30))));
        Path receipt = directory.resolve("receipt.json");
        Files.writeString(
                receipt,
                JSON.writeValueAsString(Map.of(
                        "lane",
                        0,
                        "number",
                        12,
                        "memberId",
                        "m11",
                        "nonce",
                        Proofs.nonce("m11"),
                        "entrant",
                        Proofs.entrant("m11"),
                        "head",
                        Proofs.lane(0, entrants.subList(0, 12)).head())));

        assertThat(Verifier.verify(honest, "--receipt", receipt.toString()).status())
                .isZero();
        assertThat(Verifier.verify(dropped).status()).isZero();
        assertThat(Verifier.verify(dropped, "--receipt", receipt.toString()).words())
                .startsWith("FORGED: ");
    }

    @Test
    void tellsWhoWouldHaveWonACancelledDraw() throws IOException {
        ObjectNode proof = (ObjectNode) JSON.readTree(json(closing("")));
        proof.put("status", "CANCELLED").putArray("winners");

        assertThat(Verifier.verify(proof.toString()).words())
                .startsWith("HOLDS: cancelled with 500 entries; these would");
    }

    @Test
    void saysWhatIsNoProof() {
        assertThat(Verifier.verify("{}").status()).isEqualTo(2);
        assertThat(Verifier.verify("no JSON").status()).isEqualTo(2);
    }

    private static DrawProof closing(String beacon) {
        return Proofs.atClosing(
                PRIZES, 1, beacon, List.of(Proofs.entrants("a", 200, 90), Proofs.entrants("b", 300, 300)));
    }

    private static String root(DrawProof proof) {
        return String.valueOf(proof.root());
    }

    private static Arguments forgery(String what, Consumer<ObjectNode> forge) {
        return Arguments.of(what, forge);
    }

    private static ObjectNode winner(ObjectNode proof) {
        return (ObjectNode) list(proof, "winners").get(0);
    }

    private static ArrayNode entrants(ObjectNode proof) {
        return (ArrayNode) list(proof, "lanes").get(0).get("entrants");
    }

    private static ArrayNode list(ObjectNode proof, String name) {
        return (ArrayNode) proof.get(name);
    }

    private static void relink(ObjectNode proof) {
        List<EntryLane> lanes = Stream.of(0, 1)
                .map(lane -> {
                    List<String> entrants = Stream.iterate(0, i -> i + 1)
                            .limit(list(proof, "lanes")
                                    .get(lane)
                                    .get("entrants")
                                    .size())
                            .map(i -> list(proof, "lanes")
                                    .get(lane)
                                    .get("entrants")
                                    .get(i)
                                    .asText())
                            .toList();
                    return Proofs.lane(lane, entrants);
                })
                .toList();
        for (int lane = 0; lane < 2; lane++) {
            ((ObjectNode) list(proof, "lanes").get(lane))
                    .put("head", lanes.get(lane).head());
        }
        proof.put("root", EntryLane.root(lanes));
    }

    private static Verdict verify(DrawProof proof) {
        return Verifier.verify(json(proof));
    }

    private static String json(DrawProof proof) {
        return new String(ContractJson.write(proof), UTF_8);
    }
}

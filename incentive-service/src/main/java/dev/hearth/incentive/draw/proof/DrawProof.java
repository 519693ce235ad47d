package dev.hearth.incentive.draw.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that anybody needs to draw the winners again. What is not published yet is absent.
 *
 * @param algorithm how, see {@code deploy/tools/verify_draw.py}
 * @param community the community's id
 * @param draw the draw's id
 * @param status where the draw stands
 * @param trust what the proof does not show, in words
 * @param terms the frozen terms, JSON in exactly the characters that were hashed
 * @param termsHash SHA-256 of the terms, published at the opening
 * @param commitment SHA-256 of the seed, published at the opening
 * @param seed revealed when the draw is drawn or cancelled
 * @param beacon what was published after the closing, where the terms name a source
 * @param lanes the lists of entries
 * @param root SHA-256 over all lists, published at the closing
 * @param winners in the order in which they were drawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrawProof(
        String algorithm,
        String community,
        String draw,
        String status,
        String trust,
        String terms,
        String termsHash,
        String commitment,
        @Nullable String seed,
        @Nullable String beacon,
        List<Lane> lanes,
        @Nullable String root,
        List<Winner> winners) {
    public DrawProof {
        lanes = List.copyOf(lanes);
        winners = List.copyOf(winners);
    }

    /**
     * A list of entries.
     *
     * @param head of the hash chain over its entrants
     * @param entrants in order
     */
    public record Lane(String head, List<String> entrants) {
        public Lane {
            entrants = List.copyOf(entrants);
        }
    }

    /**
     * A winner.
     *
     * @param lane the number of the list, from 0
     * @param number of the entry in the list, from 1
     * @param entrant as in the list
     * @param prize the prize's id
     */
    public record Winner(int lane, long number, String entrant, String prize) {}
}

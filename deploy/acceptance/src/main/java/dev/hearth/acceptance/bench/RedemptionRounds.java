package dev.hearth.acceptance.bench;

import io.vertx.core.buffer.Buffer;
import java.util.Random;

/** Redemptions of one reward by members in no order, each request with a key of its own. */
final class RedemptionRounds implements Rounds {
    /** Members that have points to spend. */
    static final int MEMBERS = 2_000;

    static final String REWARD = "sticker";
    private static final Buffer BODY = Buffer.buffer("{\"reward\":\"" + REWARD + "\"}");

    private final String community;
    private final Random random;
    private final int run;
    private long next;

    /**
     * Makes none yet.
     *
     * @param community the community's path
     * @param run tells the keys of this generator from all others
     */
    RedemptionRounds(String community, int run) {
        this.community = community;
        this.random = new Random(run);
        this.run = run;
    }

    @Override
    public Round next() {
        String member = EventTopic.member(random.nextInt(MEMBERS));
        return new Round(community + "/members/" + member + "/redemptions", BODY, run + "-" + next++);
    }
}

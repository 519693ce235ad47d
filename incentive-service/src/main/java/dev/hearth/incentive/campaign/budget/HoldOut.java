package dev.hearth.incentive.campaign.budget;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A share of members, chosen at random once and for ever, that gets nothing, so that what the others got can be judged
 * against them. Whether a member is one of them follows from a secret salt: HMAC-SHA-256 of the trial and the member,
 * as a number below 1,000, is below the share. So it needs no list, nobody can choose to be in or out, two trials
 * choose independently, and a larger share holds all whom a smaller one held.
 */
public final class HoldOut {
    /** The largest share, in thousandths: somebody must be treated. */
    public static final int MAX_PERMILLE = 900;

    /** Bytes of a salt. */
    public static final int SALT = 32;

    private static final int WHOLE = 1_000;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final int permille;

    /**
     * @param salt random bytes, kept with the trial
     * @param permille the share in thousandths, 0 to {@link #MAX_PERMILLE}
     */
    public HoldOut(byte[] salt, int permille) {
        if (permille < 0 || permille > MAX_PERMILLE) {
            throw new IllegalArgumentException("hold-out is " + permille + ", must be 0 to " + MAX_PERMILLE);
        }
        this.key = new SecretKeySpec(salt, HMAC);
        this.permille = permille;
    }

    /** @param trial what is tried, unique in the community, e.g. {@code campaign/spring} */
    public boolean holds(String community, String trial, String member) {
        return permille > 0 && place(community + '/' + trial + '/' + member) < permille;
    }

    public int permille() {
        return permille;
    }

    private long place(String subject) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Long.remainderUnsigned(
                    ByteBuffer.wrap(mac.doFinal(subject.getBytes(UTF_8))).getLong(), WHOLE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}

package dev.hearth.incentive.chance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 and what is made of it here. Whatever is written down is lower-case hexadecimal. */
public final class Sha256 {
    private static final HexFormat HEX = HexFormat.of();

    private Sha256() {}

    /** The digest of the bytes that a hexadecimal text stands for. */
    static String ofHex(String hex) {
        return HEX.formatHex(digest(HEX.parseHex(hex)));
    }

    /** The digest of a text in UTF-8. */
    public static String ofText(String text) {
        return HEX.formatHex(digest(text.getBytes(UTF_8)));
    }

    /** The digest of {@link #fields}. */
    public static String ofFields(String... fields) {
        return HEX.formatHex(digest(fields(fields)));
    }

    /** The digest of one digest after the other, as bytes: a link of a hash chain. */
    public static String link(String before, String next) {
        return ofHex(before + next);
    }

    /**
     * Several texts as one sequence of bytes that no other texts give: each in UTF-8, after its length as four bytes,
     * the highest first.
     */
    static byte[] fields(String... fields) {
        byte[][] encoded = new byte[fields.length][];
        int length = 0;
        for (int i = 0; i < fields.length; i++) {
            encoded[i] = fields[i].getBytes(UTF_8);
            length += Integer.BYTES + encoded[i].length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (byte[] field : encoded) {
            bytes.putInt(field.length).put(field);
        }
        return bytes.array();
    }

    /** HMAC-SHA-256 (RFC 2104) under a key of any length but none. */
    static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

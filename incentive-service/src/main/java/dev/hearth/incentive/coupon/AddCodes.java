package dev.hearth.incentive.coupon;

import dev.hearth.platform.problem.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Codes to be added: those that are given, or so many new ones. */
@Schema(name = "AddCodes")
record AddCodes(
        @Schema(description = "1 to 5,000 codes, each of 4 to 100 visible ASCII characters") @Nullable
        List<String> codes,

        @Schema(description = "instead of codes: to be made here") @Nullable
        GenerateCodes generate) {
    static final String UPLOAD = "{\"codes\": [\"TEA-7K2M-9QXA\", \"TEA-3HPR-W5ZC\"]}";
    static final String GENERATE = "{\"generate\": {\"count\": 100, \"prefix\": \"TEA-\", \"length\": 16}}";

    AddCodes {
        codes = codes == null ? null : List.copyOf(codes);
    }

    /** How to make codes. */
    @Schema(name = "GenerateCodes")
    record GenerateCodes(
            @Schema(required = true, minimum = "1", maximum = "5000") @Nullable
            Integer count,

            @Schema(maxLength = CodeBatch.Generated.MAX_PREFIX, description = "what each begins with") @Nullable
            String prefix,

            @Schema(
                    minimum = "12",
                    maximum = "32",
                    defaultValue = "16",
                    description = "how many drawn symbols follow, each one of 30 without look-alikes")
            @Nullable
            Integer length) {
        CodeBatch.Generated batch() {
            long wanted =
                    Check.range("/generate/count", Check.present("/generate/count", count), 1, CodeBatch.MAX_CODES);
            long symbols = Check.range(
                    "/generate/length",
                    Objects.requireNonNullElse(length, CodeBatch.Generated.DEFAULT_LENGTH),
                    CodeBatch.Generated.MIN_LENGTH,
                    CodeBatch.Generated.MAX_LENGTH);
            String begin = Objects.requireNonNullElse(prefix, "");
            if (begin.length() > CodeBatch.Generated.MAX_PREFIX
                    || !begin.chars().allMatch(character -> character >= '!' && character <= '~')) {
                throw Check.refused("/generate/prefix", "must have at most 20 visible ASCII characters, no blanks");
            }
            return new CodeBatch.Generated((int) wanted, begin, (int) symbols);
        }
    }

    CodeBatch batch() {
        if ((codes == null) == (generate == null)) {
            throw Check.refused("", "must have either codes or generate");
        }
        return generate == null ? uploaded(Check.present("/codes", codes)) : generate.batch();
    }

    private static CodeBatch uploaded(List<String> given) {
        if (given.isEmpty() || given.size() > CodeBatch.MAX_CODES) {
            throw Check.refused(
                    "/codes", "has " + given.size() + " codes, must have 1 to " + CodeBatch.MAX_CODES + " a request");
        }
        List<CouponCode> codes = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            if (!CouponCode.isValid(given.get(i))) {
                throw Check.refused("/codes/" + i, "is no code: must have " + CouponCode.RULE);
            }
            codes.add(new CouponCode(given.get(i)));
        }
        return new CodeBatch.Uploaded(codes);
    }
}

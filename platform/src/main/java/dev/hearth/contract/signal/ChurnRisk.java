package dev.hearth.contract.signal;

import dev.hearth.contract.Contract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How likely a member is to stay away (流失) has changed: told once for each change of band, as the risk grows and as the
 * member comes back; told again only under the same id. A band is left downwards only where the risk lies 0.05 below
 * it. A member of whom nothing was told has a low risk. Key {@code community/member}.
 *
 * @param memberId who
 * @param band how great the risk is now
 * @param before how great it was when it was last told; low if it never was
 * @param risk 0 to 1, three decimals: the sum of the parts of the reasons
 * @param lastActiveDay the last local day on which the member did anything
 * @param reasons what makes the risk, the greatest part first
 */
@Contract(type = "dev.hearth.signal.churn-risk.v1", topic = "hearth.signal")
public record ChurnRisk(
        String memberId,
        ChurnLevel band,
        ChurnLevel before,
        BigDecimal risk,
        LocalDate lastActiveDay,
        List<ChurnReason> reasons) {
    public ChurnRisk {
        reasons = List.copyOf(reasons);
    }
}

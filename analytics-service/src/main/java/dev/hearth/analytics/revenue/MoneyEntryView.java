package dev.hearth.analytics.revenue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money that an operator put down. */
@Schema(name = "MoneyEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MoneyEntryView(
        @Schema(required = true, examples = "sponsor-2026-03")
        String id,

        @Schema(required = true) Flow flow,

        @Schema(required = true, description = "minor units of the currency; negative takes back", examples = "250000")
        long amount,

        @Schema(required = true, description = "ISO 4217", examples = "CNY")
        String currency,

        @Schema(required = true, description = "the day it counts for")
        LocalDate day,

        @Schema(description = "how it is made", examples = "partnership") @Nullable
        String model,

        @Nullable String campaign,
        @Nullable String channel,
        @Nullable String partner,
        @Nullable String group,
        @Nullable String note,

        @Schema(required = true, description = "grows with every change; the ETag")
        long version,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "the subject of the token that changed it")
        String changedBy)
        implements Versioned {
    static MoneyEntryView of(Setting<Money> setting) {
        Money money = setting.value();
        return new MoneyEntryView(
                setting.id(),
                money.flow(),
                money.amount(),
                money.currency(),
                money.day(),
                money.model(),
                money.campaign(),
                money.channel(),
                money.partner(),
                money.group(),
                money.note(),
                setting.version(),
                setting.changedAt(),
                setting.changedBy());
    }
}

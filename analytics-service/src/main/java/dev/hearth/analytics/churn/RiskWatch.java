package dev.hearth.analytics.churn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.analytics.projection.Freshness;
import dev.hearth.contract.signal.ChurnLevel;
import dev.hearth.contract.signal.ChurnRisk;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.Readiness;

/** Looks at every member: whose risk is in another band than was told. */
@ApplicationScoped
class RiskWatch {
    private final Communities communities;
    private final ChurnRisks risks;
    private final KnownRisks known;

    RiskWatch(@Readiness Communities communities, ChurnRisks risks, KnownRisks known) {
        this.communities = communities;
        this.risks = risks;
        this.known = known;
    }

    /** What changes, of all communities, of each the greatest risks first. */
    Stream<KeptRisk> changes(Freshness.Fresh fresh) {
        return communities.all().stream().map(Community::id).sorted().flatMap(community -> changes(community, fresh));
    }

    private Stream<KeptRisk> changes(String community, Freshness.Fresh fresh) {
        Instant now = fresh.asOf().measuredAt().truncatedTo(ChronoUnit.MILLIS);
        List<MemberRisk> all = risks.of(community, fresh).risks();
        return isHeardOf(all) ? all.stream().flatMap(risk -> change(community, risk, now)) : Stream.empty();
    }

    /**
     * Where nobody at all was seen since yesterday, it is more likely that nothing is recorded (a source that is
     * broken) than that all stay away at once: then nothing is concluded from silence.
     */
    private static boolean isHeardOf(List<MemberRisk> all) {
        return all.stream().anyMatch(risk -> risk.signs().silentDays() <= 1);
    }

    /** None while the last change is not told: one after the other. */
    private Stream<KeptRisk> change(String community, MemberRisk risk, Instant now) {
        KeptRisk before = known.of(community, risk.signs().member());
        ChurnBand band = ChurnBand.after(before.band(), risk.risk());
        return before.untold() != null || band == before.band()
                ? Stream.empty()
                : Stream.of(before.changed(
                        band, now, new String(ContractJson.write(payload(risk, band, before.band())), UTF_8)));
    }

    private static ChurnRisk payload(MemberRisk risk, ChurnBand band, ChurnBand before) {
        return new ChurnRisk(
                risk.signs().member(),
                level(band),
                level(before),
                decimal(risk.risk()),
                LocalDate.ofEpochDay(risk.signs().lastDay()),
                risk.reasons().stream()
                        .map(reason -> new dev.hearth.contract.signal.ChurnReason(
                                reason.sign().name(),
                                decimal(reason.part()),
                                decimal(reason.observed()),
                                decimal(reason.usual())))
                        .toList());
    }

    private static ChurnLevel level(ChurnBand band) {
        return switch (band) {
            case LOW -> ChurnLevel.LOW;
            case MEDIUM -> ChurnLevel.MEDIUM;
            case HIGH -> ChurnLevel.HIGH;
        };
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
    }
}

package dev.hearth.analytics.projection;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Place;
import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.contract.incentive.CampaignCostRecorded;
import dev.hearth.contract.incentive.Credited;
import dev.hearth.contract.incentive.Debited;
import dev.hearth.contract.incentive.Expired;
import dev.hearth.contract.incentive.Movement;
import dev.hearth.contract.incentive.Reversed;
import dev.hearth.contract.incentive.RewardRedeemed;
import dev.hearth.contract.member.GroupJoined;
import dev.hearth.contract.member.GroupLeft;
import dev.hearth.contract.member.MemberJoined;
import dev.hearth.contract.member.MemberLeft;
import dev.hearth.contract.member.MemberLevelChanged;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.UnreadableEventException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What events say about members. What members did keeps its kind; facts have kinds of their own: {@code member.joined},
 * {@code member.left}, {@code member.group-joined}, {@code member.group-left}, {@code member.level-changed} (value: the
 * level), and for each currency, with the amount as value, by why points moved: {@code incentive.credited:points} (a
 * rule gave them), {@code incentive.revoked:points} (a rule took them, or they were cancelled while they were pending),
 * {@code incentive.granted:points} (given outside of rules: a prize, a compensation, a red packet),
 * {@code incentive.other-credited:points} (transfers, refunds, corrections), {@code incentive.debited:points} (whatever
 * else was lost), {@code incentive.expired:points}, {@code incentive.reversed:points} (negative if lost),
 * {@code incentive.redeemed:points} (value: the price). Boards of points are of what rules moved; prizes have kinds of
 * their own, so that they never feed the board that pays them. What a campaign cost is a fact about nobody
 * ({@link CampaignCost}). A join by a channel is also one of the kind {@code member.joined:<channel>}.
 */
final class Acts {
    private static final Map<String, Reader> READERS = Map.ofEntries(
            reader(EngagementRecorded.class, Acts::recorded),
            reader(MemberJoined.class, Acts::joined),
            reader(
                    MemberLeft.class,
                    (event, left) -> List.of(fact(
                            event,
                            left.memberId(),
                            Place.fact(null, "member.left"),
                            day(event, left.localDate()),
                            null))),
            reader(
                    GroupJoined.class,
                    (event, joined) -> List.of(fact(
                            event,
                            joined.memberId(),
                            Place.fact(joined.groupId(), "member.group-joined"),
                            day(event, joined.localDate()),
                            null))),
            reader(
                    GroupLeft.class,
                    (event, left) -> List.of(fact(
                            event,
                            left.memberId(),
                            Place.fact(left.groupId(), "member.group-left"),
                            day(event, left.localDate()),
                            null))),
            reader(
                    MemberLevelChanged.class,
                    (event, changed) -> List.of(fact(
                            event,
                            changed.memberId(),
                            Place.fact(null, "member.level-changed"),
                            day(event, changed.localDate()),
                            (long) changed.to()))),
            reader(
                    Credited.class,
                    (event, got) -> List.of(movement(
                            event,
                            got.memberId(),
                            credited(got.movement()) + got.currency(),
                            got.transaction() + "/" + got.currency(),
                            got.localDate(),
                            null,
                            got.amount()))),
            reader(
                    Debited.class,
                    (event, lost) -> List.of(movement(
                            event,
                            lost.memberId(),
                            debited(lost.movement()) + lost.currency(),
                            lost.transaction() + "/" + lost.currency(),
                            lost.localDate(),
                            null,
                            lost.amount()))),
            reader(
                    Expired.class,
                    (event, lost) -> List.of(points(
                            event, lost.memberId(), "expired", lost.currency(), lost.localDate(), lost.amount()))),
            reader(
                    Reversed.class,
                    (event, moved) -> List.of(movement(
                            event,
                            moved.memberId(),
                            "incentive.reversed:" + moved.currency(),
                            moved.transaction() + "/" + moved.currency(),
                            moved.localDate(),
                            moved.movement().reverses() + "/" + moved.currency(),
                            moved.amount()))),
            reader(
                    RewardRedeemed.class,
                    (event, paid) -> List.of(points(
                            event,
                            paid.memberId(),
                            "redeemed",
                            paid.currency(),
                            day(event, paid.localDate()),
                            paid.price()))),
            reader(CampaignCostRecorded.class, (event, spent) -> List.of(cost(event, spent))));

    private Acts() {}

    /** None for events of other types: more may come on the topics. */
    static List<Act> of(CloudEvent event) {
        Reader reader = READERS.get(event.type());
        if (reader == null) {
            return List.of();
        }
        byte[] data = event.data();
        if (data == null) {
            throw new UnreadableEventException("the event has no payload", null);
        }
        return reader.read(event, data);
    }

    private static List<Act> recorded(CloudEvent event, EngagementRecorded done) {
        return List.of(new Act(
                event.community(),
                event.id(),
                done.memberId(),
                Place.deed(done.groupId(), done.kind()),
                done.localDate(),
                done.occurredAt(),
                done.target(),
                done.value()));
    }

    private static List<Act> joined(CloudEvent event, MemberJoined joined) {
        LocalDate day = day(event, joined.localDate());
        Act any = fact(event, joined.memberId(), Place.fact(null, "member.joined"), day, null);
        if (joined.channel() == null) {
            return List.of(any);
        }
        Place byChannel = Place.fact(null, "member.joined:" + joined.channel());
        return List.of(any, act(event, factId(event) + "/channel", joined.memberId(), byChannel, day, null));
    }

    private static Act fact(CloudEvent event, String member, Place place, LocalDate day, @Nullable Long value) {
        return act(event, factId(event), member, place, day, value);
    }

    private static Act points(
            CloudEvent event, String member, String what, String currency, LocalDate day, long amount) {
        return act(event, factId(event), member, Place.fact(null, "incentive." + what + ":" + currency), day, amount);
    }

    private static Act cost(CloudEvent event, CampaignCostRecorded spent) {
        String kind = new CampaignCost(spent.campaign(), spent.kind(), spent.currency()).kind();
        return act(
                event,
                factId(event),
                CampaignCost.COMMUNITY,
                Place.fact(spent.group(), kind),
                day(event, spent.localDate()),
                spent.amount());
    }

    /** No client's id has a slash: the id of a fact is never that of something a client told. */
    private static String factId(CloudEvent event) {
        return "/" + event.id();
    }

    /** Points that a transaction moved: known by it, so that what it reverses can be found. */
    private static Act movement(
            CloudEvent event,
            String member,
            String kind,
            String transaction,
            LocalDate day,
            @Nullable String reverses,
            long amount) {
        return new Act(
                event.community(), transaction, member, Place.fact(null, kind), day, event.time(), reverses, amount);
    }

    /** Rules only, before movements were told of. */
    private static String credited(@Nullable Movement movement) {
        return switch (movement == null ? "EARNED" : movement.type()) {
            case "EARNED" -> "incentive.credited:";
            case "GRANTED" -> "incentive.granted:";
            default -> "incentive.other-credited:";
        };
    }

    private static String debited(Movement movement) {
        return switch (movement.type()) {
            case "EARNED", "CANCELLED" -> "incentive.revoked:";
            default -> "incentive.debited:";
        };
    }

    private static Act act(
            CloudEvent event, String id, String member, Place place, LocalDate day, @Nullable Long value) {
        return new Act(event.community(), id, member, place, day, event.time(), null, value);
    }

    /** The local day that was told; facts that are older than the telling of it count by the UTC day. */
    private static LocalDate day(CloudEvent event, @Nullable LocalDate told) {
        return told == null ? LocalDate.ofInstant(event.time(), ZoneOffset.UTC) : told;
    }

    private static <T extends Record> Map.Entry<String, Reader> reader(
            Class<T> payload, BiFunction<CloudEvent, T, List<Act>> acts) {
        return Map.entry(
                CloudEvent.contractOf(payload).type(),
                (event, data) -> acts.apply(event, ContractJson.read(data, payload)));
    }

    @FunctionalInterface
    private interface Reader {
        List<Act> read(CloudEvent event, byte[] data);
    }
}

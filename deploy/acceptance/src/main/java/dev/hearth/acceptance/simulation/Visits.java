package dev.hearth.acceptance.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one member does on one day, and what follows from it within a day. */
final class Visits {
    private static final long VISIT = 3;

    private final long seed;
    private final Almanac almanac;
    private final List<Circle> circles;
    private final List<Person> known;

    Visits(long seed, Almanac almanac, List<Circle> circles, List<Person> known) {
        this.seed = seed;
        this.almanac = almanac;
        this.circles = circles;
        this.known = known;
    }

    /** All of it, in no order. */
    void of(Person person, LocalDate day, Consumer<Deed> told) {
        LocalDate joined = LocalDate.ofInstant(person.joinedAt(), almanac.zone());
        if (day.isBefore(joined) || !person.isAround(day)) {
            return;
        }
        Chance chance = Chance.of(seed, VISIT, person.id().hashCode(), day.toEpochDay());
        Pen pen = new Pen(person, day, told);
        if (day.equals(joined)) {
            arrive(person, chance, pen);
        } else {
            survey(person, day, chance, pen);
            if (chance.happens(person.habit().chance(day) * almanac.season(day))) {
                visit(person, day, start(person.habit(), day, chance), chance, pen);
            }
        }
    }

    private void arrive(Person person, Chance chance, Pen pen) {
        Instant joinedAt = person.joinedAt();
        if (person.inviter() != null) {
            pen.other(
                    person.inviter(), joinedAt.minusSeconds(3_600), null, "invitation.sent", "to-" + person.id(), null);
            pen.other(person.inviter(), joinedAt.plusSeconds(300), null, "referral.completed", person.id(), null);
        }
        if (chance.happens(0.75)) {
            if (chance.happens(0.6)) {
                pen.own(joinedAt.plusSeconds(60), null, "profile.completed", null, null);
            }
            LocalDate day = LocalDate.ofInstant(joinedAt, almanac.zone());
            visit(person, day, joinedAt.plusSeconds(120 + chance.below(1_200)), chance, pen);
        }
    }

    private void survey(Person person, LocalDate day, Chance chance, Pen pen) {
        if (!almanac.isSurveyDay(day) || !chance.happens(0.25)) {
            return;
        }
        String survey = "nps-" + day;
        Instant at = day.atTime(9, chance.below(60), chance.below(60))
                .atZone(almanac.zone())
                .toInstant();
        pen.own(at, null, "survey.sent", survey, null);
        if (chance.happens(0.2 + 0.4 * person.habit().zeal())) {
            // Who does more recommends more.
            long score = Math.min(
                    10, 4 + chance.below(6) + Math.round(2 * person.habit().zeal()));
            pen.own(at.plusSeconds(60 + chance.below(20_000)), null, "feedback.given", survey, score);
        }
    }

    private Instant start(Habit habit, LocalDate day, Chance chance) {
        int hour = chance.happens(0.8)
                ? Math.min(22, Math.max(5, habit.hour() + chance.below(3) - 1))
                : 6 + chance.below(17);
        LocalTime time = LocalTime.of(hour, chance.below(60), chance.below(60), chance.below(1_000) * 1_000_000);
        return day.atTime(time).atZone(almanac.zone()).toInstant();
    }

    private void visit(Person person, LocalDate day, Instant start, Chance chance, Pen pen) {
        int number = numberOf(group(person, chance));
        Circle circle = circles.get(number);
        if (almanac.isSilent(number, circles.size(), circle.mood(), start)) {
            return;
        }
        pen.own(start, null, "app.visited", null, null);
        if (person.habit().rhythm() == Habit.Rhythm.DAILY) {
            pen.own(start.plusSeconds(5), circle.id(), "check-in.made", null, null);
        }
        Instant at = start;
        int times = chance.about(person.habit().talk());
        for (int time = 0; time < times; time++) {
            at = at.plusMillis(8_000 + chance.below(90_000));
            act(person, circle, at, chance, pen);
        }
        occasions(day, at, circle, chance, pen);
    }

    private static String group(Person person, Chance chance) {
        List<String> groups = person.groups();
        return chance.happens(0.75) ? groups.getFirst() : chance.of(groups);
    }

    private void act(Person person, Circle circle, Instant at, Chance chance, Pen pen) {
        String kind = Kinds.usual(chance);
        if (kind.equals(Kinds.MESSAGE) && circle.mood() == Mood.SPAMMED && chance.happens(0.45)) {
            kind = Kinds.spam(chance);
        }
        String content = "content-" + chance.skewed(200);
        switch (kind) {
            case "content.viewed" -> pen.own(at, circle.id(), kind, content, 5L + chance.below(240));
            case "question.asked" -> ask(circle, at, chance, pen);
            case "purchase.made" -> buy(at, chance, pen);
            case "mention.made" -> pen.own(at, circle.id(), kind, mate(person, circle, chance), null);
            case "vote.cast" -> pen.own(at, circle.id(), kind, content, chance.happens(0.9) ? 1L : -1L);
            case "check-in.made", "message.posted", "ad.posted", "off-topic.posted" ->
                pen.own(at, circle.id(), kind, null, null);
            default -> pen.own(at, circle.id(), kind, content, null);
        }
    }

    private void ask(Circle circle, Instant at, Chance chance, Pen pen) {
        String question = pen.next();
        pen.own(at, circle.id(), Kinds.QUESTION, null, null);
        if (circle.mood() != Mood.LEADERLESS && chance.happens(circle.mood() == Mood.SPAMMED ? 0.2 : 0.8)) {
            Instant answered = at.plusSeconds(120 + chance.below(6 * 3_600));
            pen.other(circle.owner(), answered, circle.id(), "answer.posted", question, null);
        }
    }

    private void buy(Instant at, Chance chance, Pen pen) {
        long price = 900 + 100L * chance.skewed(300);
        String order = "order-" + pen.next();
        pen.own(at, null, "purchase.made", order, price);
        if (chance.happens(0.06)) {
            pen.own(at.plusSeconds(7_200 + chance.below(36_000)), null, "purchase.refunded", order, price);
        } else if (chance.happens(0.35)) {
            pen.own(at.plusSeconds(3_600), null, "csat.rated", order, 5L - chance.skewed(4));
        }
    }

    /** Whoever else of the first ones is in the group, or its owner. */
    private String mate(Person person, Circle circle, Chance chance) {
        for (int tries = 0; tries < 4; tries++) {
            Person met = known.get(chance.below(known.size()));
            if (met.groups().contains(circle.id()) && !met.id().equals(person.id())) {
                return met.id();
            }
        }
        return circle.owner();
    }

    private void occasions(LocalDate day, Instant at, Circle circle, Chance chance, Pen pen) {
        Festival festival = almanac.festival();
        String name = "festival-" + festival.from();
        if (festival.isAnnounced(day) && chance.happens(0.2)) {
            pen.own(at.plusSeconds(20), null, "activity.joined", name, null);
        }
        if (festival.has(day) && chance.happens(0.3)) {
            pen.own(at.plusSeconds(40), null, "activity.attended", name, null);
            pen.own(at.plusSeconds(60), null, "live.watched", name, 60L + chance.below(5_000));
        }
        if (day.getDayOfWeek().getValue() == 3 && chance.happens(0.2)) {
            pen.own(at.plusSeconds(80), circle.id(), "poll.answered", "poll-" + day, null);
        }
    }

    private int numberOf(String group) {
        return Integer.parseInt(group.substring(group.lastIndexOf('g') + 1));
    }

    /** Numbers what follows from one member's day, so that ids are the same whenever it is made. */
    private static final class Pen {
        private final Person person;
        private final LocalDate day;
        private final Consumer<Deed> told;
        private int number;

        Pen(Person person, LocalDate day, Consumer<Deed> told) {
            this.person = person;
            this.day = day;
            this.told = told;
        }

        /** The id of the next deed. */
        String next() {
            return person.id() + "-" + day.toEpochDay() + "-" + number;
        }

        void own(Instant at, @Nullable String group, String kind, @Nullable String target, @Nullable Long value) {
            other(person.id(), at, group, kind, target, value);
        }

        void other(
                String member,
                Instant at,
                @Nullable String group,
                String kind,
                @Nullable String target,
                @Nullable Long value) {
            told.accept(new Deed(next(), at, member, group, kind, target, value));
            number++;
        }
    }
}

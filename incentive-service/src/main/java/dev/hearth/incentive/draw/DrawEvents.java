package dev.hearth.incentive.draw;

import dev.hearth.contract.incentive.DrawCancelled;
import dev.hearth.contract.incentive.DrawClosed;
import dev.hearth.contract.incentive.DrawDrawn;
import dev.hearth.contract.incentive.DrawEntered;
import dev.hearth.contract.incentive.DrawMode;
import dev.hearth.contract.incentive.DrawOpened;
import dev.hearth.contract.incentive.DrawPrizeGiven;
import dev.hearth.contract.incentive.DrawWon;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Tells of draws: of a draw as a whole by its community, of entries and wins by their member. */
@ApplicationScoped
class DrawEvents {
    private final Events events;

    DrawEvents(Events events) {
        this.events = events;
    }

    CloudEvent opened(Draw draw) {
        return ofCommunity(
                draw,
                new DrawOpened(
                        draw.id().draw(),
                        draw.isInstant() ? DrawMode.INSTANT : DrawMode.CLOSING,
                        draw.opened().termsHash(),
                        draw.opened().seed().commitment(),
                        draw.opensAt(),
                        draw.closesAt()));
    }

    CloudEvent entered(Draw draw, Entry entry) {
        return ofMember(
                draw,
                entry.member(),
                new DrawEntered(
                        entry.member(), entry.draw(), entry.lane(), entry.number(), entry.entrant(), entry.head()));
    }

    CloudEvent closed(Draw draw, long entries, String root) {
        return ofCommunity(draw, new DrawClosed(draw.id().draw(), entries, root));
    }

    CloudEvent drawn(Draw draw, int winners) {
        return ofCommunity(
                draw,
                new DrawDrawn(
                        draw.id().draw(),
                        draw.opened().seed().hex(),
                        draw.ending().beacon(),
                        winners));
    }

    CloudEvent won(Draw draw, Win win) {
        return ofMember(
                draw,
                win.member(),
                new DrawWon(
                        win.member(), win.draw(), win.lane(), win.number(), win.prize(), win.currency(), win.points()));
    }

    CloudEvent given(String community, Win win, @Nullable String reference) {
        return events.ofMember(
                community,
                win.member(),
                0,
                new DrawPrizeGiven(win.member(), win.draw(), win.prize(), win.position(), reference));
    }

    CloudEvent cancelled(Draw draw, long entries, String reason) {
        return ofCommunity(
                draw, new DrawCancelled(draw.id().draw(), draw.opened().seed().hex(), entries, reason));
    }

    private CloudEvent ofMember(Draw draw, String member, Record payload) {
        return events.ofMember(draw.community(), member, 0, payload);
    }

    /** The version that the change makes. */
    private CloudEvent ofCommunity(Draw draw, Record payload) {
        return events.of(draw.community(), draw.community(), null, draw.version() + 1, payload);
    }
}

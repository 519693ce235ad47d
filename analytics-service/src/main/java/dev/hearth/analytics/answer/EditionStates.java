package dev.hearth.analytics.answer;

import dev.hearth.contract.answer.AnswerState;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.event.UnreadableEventException;
import dev.hearth.platform.inbox.Subscription;
import dev.hearth.platform.outbox.DirectSender;
import dev.hearth.platform.state.StateReader;
import dev.hearth.platform.state.StateTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kept answers as hearth.answer-state has them: what the store loses is there. In memory are only their ids. */
@Singleton
class EditionStates {
    private static final String SOURCE = "/analytics-service";
    private static final CloudEvent.Known CONTRACT = CloudEvent.contractOf(AnswerState.class);

    private final Map<String, Object> kafka;
    private final StateTable<String, String> ids;
    private final DirectSender sender;

    EditionStates(Subscription subscription, DirectSender sender) {
        this.kafka = subscription.kafka();
        this.ids = new StateTable<>(Topics.ANSWER_STATE, kafka, new Reader());
        this.sender = sender;
    }

    void start() {
        ids.start();
    }

    void stop() {
        ids.close();
    }

    /** Whether everything that was there at the start is known here. */
    boolean isReady() {
        return ids.isReady();
    }

    boolean has(String id) {
        return ids.find(id).isPresent();
    }

    Set<String> ids() {
        return ids.values().collect(Collectors.toSet());
    }

    /** Completes when the topic has it; the same told again is the same event. */
    Uni<Void> tell(KeptAnswer answer) {
        return sender.send(List.of(event(answer)));
    }

    /** Reads the whole topic, and does something with each of its answers that are among {@code wanted}, in turn. */
    Uni<Void> each(Set<String> wanted, Function<KeptAnswer, Uni<?>> work) {
        return Uni.createFrom()
                .item(() -> new EditionPass(kafka))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(pass -> each(pass, wanted, work).eventually(pass::close));
    }

    static boolean isAnswer(CloudEvent event) {
        return event.type().equals(CONTRACT.type());
    }

    static KeptAnswer answer(CloudEvent event) {
        byte[] data = event.data();
        if (data == null) {
            throw new UnreadableEventException("the event has no payload", null);
        }
        AnswerState told = ContractJson.read(data, AnswerState.class);
        return new KeptAnswer(
                new Edition(
                        event.key(), told.question(), told.version(), told.madeAt(), told.digest(), told.positions()),
                told.body());
    }

    private static Uni<Void> each(EditionPass pass, Set<String> wanted, Function<KeptAnswer, Uni<?>> work) {
        return Uni.createFrom()
                .item(() -> pass.read(wanted))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(
                                answer -> work.apply(answer).replaceWith(true))
                        .collect()
                        .last())
                .map(done -> pass.isOver())
                .repeat()
                .until(over -> over)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static CloudEvent event(KeptAnswer answer) {
        Edition edition = answer.edition();
        String[] key = edition.id().split("/", 3);
        return new CloudEvent(
                CONTRACT.topic(),
                edition.id(),
                edition.id(),
                SOURCE,
                CONTRACT.type(),
                null,
                edition.madeAt(),
                key[0],
                edition.version(),
                null,
                null,
                null,
                ContractJson.write(new AnswerState(
                        key[1],
                        edition.question(),
                        edition.version(),
                        edition.madeAt(),
                        edition.digest(),
                        edition.positions(),
                        answer.packed())));
    }

    private static final class Reader implements StateReader<String, String> {
        @Override
        public String key(String recordKey) {
            return recordKey;
        }

        @Override
        public boolean reads(String type) {
            return type.equals(CONTRACT.type());
        }

        @Override
        public String value(CloudEvent event) {
            return answer(event).edition().id();
        }
    }
}

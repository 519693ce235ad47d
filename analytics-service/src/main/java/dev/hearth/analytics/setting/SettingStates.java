package dev.hearth.analytics.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.hearth.contract.setting.SettingState;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.inbox.Subscription;
import dev.hearth.platform.outbox.DirectSender;
import dev.hearth.platform.state.StateReader;
import dev.hearth.platform.state.StateTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings as hearth.setting-state has them: what the store loses is there. */
@Singleton
class SettingStates {
    private static final String SOURCE = "/analytics-service";
    private static final CloudEvent.Known CONTRACT = CloudEvent.contractOf(SettingState.class);

    private final StateTable<KeptSetting.Key, KeptSetting> table;
    private final DirectSender sender;
    private final ObjectMapper json;
    /** Keeps 12.50 as it was said. */
    private final ObjectReader exact;

    SettingStates(Subscription subscription, DirectSender sender, ObjectMapper json) {
        this.json = json;
        this.exact = json.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.table = new StateTable<>(Topics.SETTING_STATE, subscription.kafka(), new Reader());
        this.sender = sender;
    }

    void start() {
        table.start();
    }

    void stop() {
        table.close();
    }

    /** Whether everything that was there at the start is here. */
    boolean isReady() {
        return table.isReady();
    }

    Optional<KeptSetting> find(KeptSetting.Key key) {
        return table.find(key);
    }

    List<KeptSetting> all() {
        return table.values().toList();
    }

    /** Completes when the topic has them; the same told again is the same event. */
    Uni<Void> tell(List<KeptSetting> settings) {
        return sender.send(settings.stream().map(this::event).toList());
    }

    private CloudEvent event(KeptSetting setting) {
        KeptSetting.Key key = setting.key();
        return new CloudEvent(
                CONTRACT.topic(),
                Topics.settingKey(key.community(), key.kind(), key.id()),
                key.text() + "/" + setting.version(),
                SOURCE,
                CONTRACT.type(),
                null,
                setting.changedAt(),
                key.community(),
                setting.version(),
                null,
                null,
                null,
                payload(setting));
    }

    private byte @Nullable [] payload(KeptSetting setting) {
        String said = setting.json();
        return said == null
                ? null
                : ContractJson.write(new SettingState(
                        setting.key().kind(),
                        setting.key().id(),
                        value(said),
                        setting.changedAt(),
                        setting.changedBy(),
                        setting.version()));
    }

    private Map<String, Object> value(String said) {
        try {
            return exact.forType(new TypeReference<Map<String, Object>>() {}).readValue(said);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a setting: " + said, e);
        }
    }

    private final class Reader implements StateReader<KeptSetting.Key, KeptSetting> {
        @Override
        public KeptSetting.Key key(String recordKey) {
            String[] parts = recordKey.split("/", 3);
            return new KeptSetting.Key(parts[1], parts[0], parts[2]);
        }

        @Override
        public boolean reads(String type) {
            return type.equals(CONTRACT.type());
        }

        @Override
        public KeptSetting value(CloudEvent event) {
            try {
                SettingState state = exact.forType(SettingState.class).readValue(Objects.requireNonNull(event.data()));
                return new KeptSetting(
                        key(event.key()),
                        state.version(),
                        state.changedAt(),
                        state.changedBy(),
                        json.writeValueAsString(state.value()));
            } catch (IOException e) {
                throw new IllegalArgumentException("not a setting's state: " + event.key(), e);
            }
        }
    }
}

package dev.hearth.acceptance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.acceptance.client.SuiteAddresses;
import dev.hearth.acceptance.client.SuiteClient;
import java.net.URI;

/** How much of what was acknowledged has not taken all its effects yet. */
public final class Lag {
    private final SuiteClient client;
    private final SuiteAddresses addresses;

    public Lag(SuiteClient client, SuiteAddresses addresses) {
        this.client = client;
        this.addresses = addresses;
    }

    /** Events that analytics or ledger have not applied, and events of theirs that are not on the topics yet. */
    long now() {
        return behind(addresses.analytics())
                + behind(addresses.incentive())
                + unsent(addresses.incentive())
                + unsent(addresses.member());
    }

    private long behind(URI service) {
        URI address = URI.create(service + "/consumer-positions");
        Answer answer = client.get(address).orFail("GET " + address);
        if (!answer.body().path("lag").isIntegralNumber()) {
            throw answer.unexpected("GET " + address);
        }
        return answer.body().path("lag").longValue();
    }

    /** What waits in the service's outbox, where its health tells. */
    private long unsent(URI service) {
        for (JsonNode check :
                client.get(URI.create(service + "/q/health")).body().path("checks")) {
            if (check.path("name").asText().equals("outbox")) {
                return check.path("data").path("rows").asLong();
            }
        }
        return 0;
    }
}

package dev.hearth.acceptance.replay;

import dev.hearth.acceptance.client.Answer;
import dev.hearth.acceptance.client.SuiteAddresses;
import dev.hearth.acceptance.client.SuiteClient;
import java.net.URI;

/** How far analytics and ledger are behind the topics. */
final class Lag {
    private final SuiteClient client;
    private final URI analytics;
    private final URI ledger;

    Lag(SuiteClient client, SuiteAddresses addresses) {
        this.client = client;
        this.analytics = URI.create(addresses.analytics() + "/consumer-positions");
        this.ledger = URI.create(addresses.incentive() + "/consumer-positions");
    }

    /** Records that analytics has not applied. */
    long ofAnalytics() {
        return read(analytics);
    }

    /** Records that the ledger has not applied. */
    long ofLedger() {
        return read(ledger);
    }

    private long read(URI address) {
        Answer answer = client.get(address).orFail("GET " + address);
        if (!answer.body().path("lag").isIntegralNumber()) {
            throw answer.unexpected("GET " + address);
        }
        return answer.body().path("lag").longValue();
    }
}

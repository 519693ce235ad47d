package dev.hearth.incentive.currency;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class CurrencyResourceTest {
    private static final String TERMS = "{\"name\":\"Points\",\"expiry\":{\"kind\":\"PERIOD\",\"period\":\"QUARTER\","
            + "\"graceDays\":14},\"transfers\":{\"perTransfer\":10,\"perDay\":20},\"approvalAbove\":100}";

    private final Api api = Api.all();

    @Test
    void aCurrencyOfANameOnlyIsSpendableAndNeverExpires() {
        String currency = currency();

        api.get(currency)
                .then()
                .body("purpose", equalTo("SPENDABLE"))
                .body("expiry.kind", equalTo("NEVER"))
                .body("transfers", nullValue())
                .body("approvalAbove", nullValue());
    }

    @Test
    void itsTermsChangeAsAWholeAndOnlyWithTheVersionThatWasRead() {
        String currency = currency();

        api.put(currency, TERMS).then().statusCode(428);
        api.put(currency, TERMS, 1)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("expiry.period", equalTo("QUARTER"))
                .body("expiry.graceDays", equalTo(14))
                .body("transfers.perDay", equalTo(20))
                .body("approvalAbove", equalTo(100));
        api.put(currency, TERMS).then().statusCode(200).body("version", equalTo(2));
        api.put(currency, "{\"name\":\"Points\"}", 2)
                .then()
                .statusCode(200)
                .body("version", equalTo(3))
                .body("transfers", nullValue());
    }

    @Test
    void refusesTermsThatMakeNoSense() {
        String currency = currency();

        refused(currency, "\"expiry\":{\"kind\":\"ROLLING\",\"days\":0}", "/expiry/days");
        refused(currency, "\"expiry\":{\"kind\":\"ROLLING\",\"days\":5,\"at\":\"2027-01-01T00:00:00Z\"}", "/expiry/at");
        refused(currency, "\"transfers\":{\"perTransfer\":5}", "/transfers/perDay");
        refused(currency, "\"transfers\":{\"perTransfer\":0,\"perDay\":1}", "/transfers/perTransfer");
        refused(currency, "\"approvalAbove\":-1", "/approvalAbove");
        refused(currency, "\"purpose\":\"QUALIFYING\",\"transfers\":{\"perTransfer\":5,\"perDay\":5}", "/transfers");
    }

    private void refused(String currency, String terms, String pointer) {
        api.put(currency, "{\"name\":\"Points\"," + terms + "}", 1)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    private String currency() {
        try (Streams streams = new Streams()) {
            return "/communities/" + api.community(streams) + "/currencies/points";
        }
    }
}

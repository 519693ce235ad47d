package dev.hearth.incentive;

import dev.hearth.platform.architecture.HearthRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> keepsTheRules() {
        return HearthRules.ofService("dev.hearth.incentive");
    }

    @TestFactory
    Stream<DynamicTest> keepsTheLedgerPure() {
        return HearthRules.ofPureCore(
                "dev.hearth.incentive.ledger",
                "io.smallrye.mutiny..",
                "io.vertx.mutiny.sqlclient..",
                "io.vertx.sqlclient..",
                "io.vertx.pgclient..");
    }

    @TestFactory
    Stream<DynamicTest> keepsTheAccrualPure() {
        return HearthRules.ofPureCore("dev.hearth.incentive.accrual");
    }

    @TestFactory
    Stream<DynamicTest> keepsChancePure() {
        return HearthRules.ofPureCore("dev.hearth.incentive.chance", "javax.crypto..");
    }

    @TestFactory
    Stream<DynamicTest> keepsTheDrawingOfWinnersPure() {
        return HearthRules.ofPureCore(
                "dev.hearth.incentive.draw.proof",
                "dev.hearth.incentive.chance..",
                "com.fasterxml.jackson.annotation..");
    }

    @TestFactory
    Stream<DynamicTest> keepsTheStandingPure() {
        return HearthRules.ofPureCore("dev.hearth.incentive.standing");
    }

    @TestFactory
    Stream<DynamicTest> keepsTheMilestonesPure() {
        return HearthRules.ofPureCore("dev.hearth.incentive.milestone");
    }
}

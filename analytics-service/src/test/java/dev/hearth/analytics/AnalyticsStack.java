package dev.hearth.analytics;

import dev.hearth.analytics.points.StandInResource;
import dev.hearth.local.test.IdentityResource;
import dev.hearth.local.test.KafkaResource;
import dev.hearth.local.test.MongoResource;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the service needs around it: real servers, empty at the start of the run. */
@WithTestResource(KafkaResource.class)
@WithTestResource(MongoResource.class)
@WithTestResource(IdentityResource.class)
@WithTestResource(StandInResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnalyticsStack {}

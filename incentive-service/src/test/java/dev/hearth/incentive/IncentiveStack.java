package dev.hearth.incentive;

import dev.hearth.local.test.IdentityResource;
import dev.hearth.local.test.KafkaResource;
import dev.hearth.local.test.PostgresResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** All that the service needs around it: PostgreSQL, Kafka, an issuer of tokens. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WithTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "hearth_incentive"))
@WithTestResource(KafkaResource.class)
@WithTestResource(IdentityResource.class)
public @interface IncentiveStack {}

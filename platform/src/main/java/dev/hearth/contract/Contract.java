package dev.hearth.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as the payload of one event type; its JSON Schema and example are committed and checked. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Contract {
    /** CloudEvents {@code type}, with its major version, e.g. {@code dev.hearth.member.joined.v1}. */
    String type();

    /** The Kafka topic that carries it. */
    String topic();
}

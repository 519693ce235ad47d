package dev.hearth.platform.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The scope that an operation needs. An operation without it is refused to everybody. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Scope value();

    /**
     * Whether a member's own token may call it too. Where the path has a {@code {member}}, it must then be that member;
     * elsewhere the operation itself must ask {@link Caller#requireMember}.
     */
    boolean member() default false;
}

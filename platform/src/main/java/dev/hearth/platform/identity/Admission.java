package dev.hearth.platform.identity;

import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.time.Identifier;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in only if its token has the scope that the operation needs, its community is one of the token's, and
 * a member's token acts for that member. Whoever may not know whether a community exists is told 403, never 404.
 */
class Admission {
    private final CurrentIdentityAssociation identities;
    private final CurrentCaller current;

    Admission(CurrentIdentityAssociation identities, CurrentCaller current) {
        this.identities = identities;
        this.current = current;
    }

    @ServerRequestFilter
    public Uni<Void> admit(ContainerRequestContext request, ResourceInfo operation) {
        return identities
                .getDeferredIdentity()
                .invoke(identity -> {
                    Caller caller = Callers.of(identity);
                    check(
                            caller,
                            operation.getResourceMethod().getAnnotation(Needs.class),
                            request.getUriInfo().getPathParameters());
                    current.set(caller);
                })
                .replaceWithVoid();
    }

    /** Fails closed: an operation that says nothing of its needs is refused. */
    static void check(Caller caller, @Nullable Needs needs, MultivaluedMap<String, String> path) {
        if (needs == null) {
            throw forbidden("this operation is open to nobody");
        }
        if (!caller.has(needs.value())) {
            throw forbidden("the token lacks the scope " + needs.value().claim());
        }
        if (caller.member() != null && !needs.member()) {
            throw forbidden("a member's token may not call this");
        }
        String community = path.getFirst("community");
        if (community != null && !caller.mayActIn(community)) {
            throw forbidden("the token's communities do not include " + shown(community));
        }
        path.forEach((name, values) -> values.forEach(value -> checkForm(name, value)));
        String member = path.getFirst("member");
        if (member != null) {
            caller.requireMember(member);
        }
    }

    private static void checkForm(String name, String value) {
        if (!Identifier.isValid(value)) {
            throw new ProblemException(
                    RequestProblem.INVALID_PARAMETER,
                    FieldError.path(name, "is \"" + shown(value) + "\", must be " + Identifier.RULE));
        }
    }

    private static String shown(String value) {
        return value.length() <= Identifier.MAX_LENGTH ? value : value.substring(0, Identifier.MAX_LENGTH) + "…";
    }

    private static ProblemException forbidden(String detail) {
        return new ProblemException(RequestProblem.FORBIDDEN, detail);
    }
}

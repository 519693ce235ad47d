package dev.hearth.incentive.rule;

import dev.hearth.incentive.definition.Amendment;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Revisions;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.Problem;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Checks rules that are only thought of as though they were saved, and tells what would be in force with them. */
@ApplicationScoped
public class Proposals {
    private static final String VERSION = "/version";

    private final RuleBooks books;
    private final Legislature legislature;

    Proposals(RuleBooks books, Legislature legislature) {
        this.books = books;
        this.legislature = legislature;
    }

    /**
     * What is in force, and what would be.
     *
     * @param current without the proposal
     * @param proposed with it
     */
    public record Alternatives(Book current, Book proposed) {}

    /**
     * Proposes a version, a draft too; fails with a problem if there is none such, or if it could not be in force now.
     *
     * @param version the last one if null
     */
    public Uni<Proposal> ofVersion(SqlConnection connection, DefinitionKey rule, @Nullable Integer version) {
        return books.rules()
                .get(connection, rule)
                .chain(last -> version == null
                        ? Uni.createFrom().item(last)
                        : books.rules()
                                .version(connection, rule, version)
                                .map(found -> found.orElseThrow(() -> unknown(rule, version, last.version()))))
                .chain(one -> proposed(connection, rule, one, pointer -> VERSION));
    }

    /** Proposes terms as the next version; fails with a problem if they could not be saved. */
    public Uni<Proposal> ofTerms(SqlConnection connection, DefinitionKey rule, MakeEarningRule terms) {
        return books.rules()
                .get(connection, rule)
                .map(last -> next(last, terms))
                .chain(one -> proposed(connection, rule, one, Proposals::withinTerms));
    }

    /** What a proposal is about. */
    public Uni<Alternatives> alternatives(SqlClient client, String community, Proposal proposal) {
        return books.statutes(client, community, proposal.revision())
                .map(statutes -> new Alternatives(
                        Book.of(community, proposal.revision(), statutes),
                        Book.of(community, proposal.revision(), statutes.with(defined(proposal)))));
    }

    private Uni<Proposal> proposed(
            SqlConnection connection, DefinitionKey key, Defined<RuleTerms> one, UnaryOperator<String> pointers) {
        Uni<Void> checked = one.status() == DefinitionStatus.RETIRED
                ? Uni.createFrom().voidItem()
                : legislature.rule(
                        connection, new Amendment<>(key, one, new Wanted<>(one.terms(), DefinitionStatus.ACTIVE)));
        return checked.onFailure(ProblemException.class)
                .transform(failure -> pointed(failure, pointers))
                .chain(() -> Revisions.read(connection, Set.of(key.community())))
                .map(revisions -> new Proposal(
                        key.id(),
                        Objects.requireNonNullElse(revisions.get(key.community()), 0L),
                        Math.toIntExact(one.version()),
                        one.status(),
                        one.terms()));
    }

    private static Defined<RuleTerms> next(Defined<RuleTerms> last, MakeEarningRule terms) {
        try {
            Wanted<RuleTerms> wanted = terms.wanted();
            return new Defined<>(
                    last.id(),
                    last.version() + 1,
                    last.revision(),
                    wanted.status(),
                    wanted.terms(),
                    last.changedAt(),
                    last.changedBy());
        } catch (ProblemException refused) {
            throw pointed(refused, Proposals::withinTerms);
        }
    }

    private static Defined<RuleTerms> defined(Proposal proposal) {
        return new Defined<>(
                proposal.rule(),
                proposal.version(),
                proposal.revision(),
                proposal.status(),
                proposal.terms(),
                Instant.EPOCH,
                "");
    }

    private static String withinTerms(String pointer) {
        return "/terms" + pointer;
    }

    /** The same refusal, with pointers into the request that it came by. */
    private static ProblemException pointed(ProblemException refused, UnaryOperator<String> pointers) {
        Problem problem = refused.problem();
        var errors = problem.errors().stream()
                .map(error -> new FieldError(pointers.apply(error.pointer()), error.detail()))
                .toList();
        return errors.size() == 1
                ? new ProblemException(refused.type(), errors.getFirst())
                : new ProblemException(refused.type(), Objects.requireNonNullElse(problem.detail(), ""), errors);
    }

    private static ProblemException unknown(DefinitionKey rule, int version, long last) {
        return new ProblemException(
                RuleProblem.UNKNOWN_RULE,
                "the earning rule " + rule.id() + " has no version " + version + "; its last is " + last);
    }
}

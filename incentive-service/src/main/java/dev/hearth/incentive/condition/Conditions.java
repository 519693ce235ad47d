package dev.hearth.incentive.condition;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compiles expressions. What compiles is typed, uses known names only, and is bounded in cost (see {@link Cost}) and in
 * its numbers (see {@link Overflow}); what does not is refused, with line, column and remedy.
 */
public final class Conditions {
    /** The longest expression, in characters. */
    public static final int MAX_LENGTH = 2_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(32)
            .comprehensionMaxIterations(Cost.MAX_ITERATIONS)
            .errorOnIntWrap(true)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(Functions.bindings())
            .build();

    private Conditions() {}

    /**
     * Compiles a condition.
     *
     * @param pointer where it stands in the request's body, for the problem
     * @param cel 1 to {@value #MAX_LENGTH} characters
     */
    public static Condition compile(String pointer, String cel, Vocabulary vocabulary) {
        return new Condition(program(pointer, cel, vocabulary, SimpleType.BOOL));
    }

    /** Compiles an amount: a whole number, negative ones debit. */
    public static Formula amount(String pointer, String cel, Vocabulary vocabulary) {
        return new Formula(program(pointer, cel, vocabulary, SimpleType.INT));
    }

    private static Program program(String pointer, String cel, Vocabulary vocabulary, CelType type) {
        if (cel.isBlank() || cel.length() > MAX_LENGTH) {
            throw refused(pointer, "has " + cel.length() + " characters, must have 1 to " + MAX_LENGTH);
        }
        CelAbstractSyntaxTree ast = checked(pointer, cel, vocabulary, type);
        try {
            new Cost(ast).check(ast.getExpr());
            new Overflow(ast, vocabulary).check(ast.getExpr());
            return RUNTIME.createProgram(ast);
        } catch (Refusal e) {
            throw refused(pointer, place(ast, e.part()) + e.why());
        } catch (CelEvaluationException e) {
            throw refused(pointer, String.valueOf(e.getMessage()));
        }
    }

    private static CelAbstractSyntaxTree checked(String pointer, String cel, Vocabulary vocabulary, CelType type) {
        try {
            return compiler(vocabulary, type).compile(cel).getAst();
        } catch (CelValidationException e) {
            String issues =
                    e.getErrors().stream().limit(3).map(Conditions::told).collect(Collectors.joining("; "));
            throw refused(pointer, issues + ". It is CEL of type " + type.name() + "; " + vocabulary.hint());
        }
    }

    private static CelCompiler compiler(Vocabulary vocabulary, CelType type) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(
                        CelStandardMacro.HAS,
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.FILTER)
                .addFunctionDeclarations(Functions.DECLARED)
                .setTypeProvider(new Types(vocabulary))
                .setResultType(type);
        vocabulary.subjects().forEach((name, subject) -> builder.addVar(name, subject.celType()));
        return builder.build();
    }

    private static String told(CelIssue issue) {
        return place(issue.getSourceLocation()) + issue.getMessage();
    }

    private static String place(CelAbstractSyntaxTree ast, long part) {
        return Optional.ofNullable(ast.getSource().getPositionsMap().get(part))
                .flatMap(ast.getSource()::getOffsetLocation)
                .map(Conditions::place)
                .orElse("");
    }

    private static String place(CelSourceLocation location) {
        return "line " + location.getLine() + ", column " + (location.getColumn() + 1) + ": ";
    }

    private static ProblemException refused(String pointer, String detail) {
        return new ProblemException(ConditionProblem.BAD_EXPRESSION, new FieldError(pointer, detail));
    }

    /** The vocabulary's types, by name. */
    private static final class Types implements CelTypeProvider {
        private final ImmutableMap<String, CelType> types;

        Types(Vocabulary vocabulary) {
            types = vocabulary.subjects().values().stream()
                    .collect(ImmutableMap.toImmutableMap(Vocabulary.Subject::type, Vocabulary.Subject::celType));
        }

        @Override
        public ImmutableList<CelType> types() {
            return types.values().asList();
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(types.get(name));
        }
    }
}

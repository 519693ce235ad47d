package dev.hearth.incentive.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;

/**
 * Bounds what an evaluation can cost. CEL always ends; what remains are loops within loops, growing values and
 * patterns. Values cannot grow: there is no {@code map()}, and texts and lists are not joined. Loops run over what is
 * in the facts: at most {@value #MAX_LOOPS} of them, one within another at most, and {@value #MAX_ITERATIONS} rounds in
 * all (above that the evaluation is a fault). Patterns are constants and matched in linear time (RE2).
 */
final class Cost {
    static final int MAX_ITERATIONS = 1_000;
    private static final int MAX_LOOPS = 8;
    private static final int MAX_DEPTH = 2;
    private static final String TO_JOIN = "add_list";

    private final CelAbstractSyntaxTree ast;
    private int loops;

    Cost(CelAbstractSyntaxTree ast) {
        this.ast = ast;
    }

    /** Fails with {@link Refusal} if {@code expr} could cost too much. */
    void check(CelExpr expr) {
        check(expr, 0);
    }

    private void check(CelExpr expr, int depth) {
        boolean loop = expr.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION;
        if (loop) {
            checkLoop(expr, depth + 1);
        } else if (expr.getKind() == CelExpr.ExprKind.Kind.CALL) {
            checkCall(expr);
        }
        for (CelExpr part : Subexpressions.directlyIn(expr)) {
            boolean repeated =
                    loop && part.id() != expr.comprehension().iterRange().id();
            check(part, repeated ? depth + 1 : depth);
        }
    }

    private void checkLoop(CelExpr expr, int depth) {
        loops++;
        if (depth > MAX_DEPTH) {
            throw new Refusal(
                    expr.id(),
                    "is a loop within " + (depth - 1)
                            + " loops and could run too long; at most one loop may be within another");
        }
        if (loops > MAX_LOOPS) {
            throw new Refusal(expr.id(), "is one loop too many; an expression has at most " + MAX_LOOPS);
        }
    }

    private void checkCall(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        if (call.function().equals("_+_") && joins(expr) && !collects(call.args())) {
            throw new Refusal(
                    expr.id(),
                    "joins lists, or values of unknown type: lists are not joined here, and a"
                            + " number is taken from a property by int(…) or double(…)");
        }
        if (call.function().equals("matches")) {
            checkPattern(call.args().getLast());
        }
    }

    private boolean joins(CelExpr expr) {
        return ast.getReference(expr.id())
                .filter(reference -> reference.overloadIds().contains(TO_JOIN))
                .isPresent();
    }

    /** Whether a loop adds to its own result: {@code filter()} a list that never outgrows what it runs over. */
    static boolean collects(List<CelExpr> args) {
        return args.getFirst().getKind() == CelExpr.ExprKind.Kind.IDENT
                && args.getFirst().ident().name().startsWith("@");
    }

    private static void checkPattern(CelExpr pattern) {
        if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            throw new Refusal(pattern.id(), "must be a constant pattern in quotes");
        }
        try {
            var _ = Pattern.compile(pattern.constant().stringValue());
        } catch (PatternSyntaxException e) {
            throw new Refusal(pattern.id(), "is not a regular expression (RE2): " + e.getMessage());
        }
    }
}

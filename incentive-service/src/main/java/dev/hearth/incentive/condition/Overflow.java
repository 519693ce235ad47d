package dev.hearth.incentive.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.List;

/**
 * Bounds every whole number of an expression, from what the vocabulary says of its names, and refuses an operation
 * whose result could leave 64 bits (interval arithmetic). CEL itself would fail then, never wrap; but an operator
 * should learn of it when saving, not from the first event that is large enough.
 */
final class Overflow {
    private final CelAbstractSyntaxTree ast;
    private final Vocabulary vocabulary;

    Overflow(CelAbstractSyntaxTree ast, Vocabulary vocabulary) {
        this.ast = ast;
        this.vocabulary = vocabulary;
    }

    /** Fails with {@link Refusal} if a part of {@code expr} can overflow. */
    void check(CelExpr expr) {
        Subexpressions.of(expr).forEach(part -> {
            var _ = range(part);
        });
    }

    private Range range(CelExpr expr) {
        if (!isWhole(expr)) {
            return Range.ALL;
        }
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant());
            case SELECT ->
                vocabulary.range(
                        typeOf(expr.select().operand()).name(), expr.select().field());
            case CALL -> checked(expr, call(expr));
            default -> Range.ALL; // a variable of a loop, an item of a list: anything
        };
    }

    private Range call(CelExpr expr) {
        List<CelExpr> args = expr.call().args();
        return switch (expr.call().function()) {
            case "_+_" ->
                Cost.collects(args)
                        ? new Range(0, Integer.MAX_VALUE) // exists_one() counts its rounds
                        : range(args.get(0)).plus(range(args.get(1)));
            case "_-_" -> range(args.get(0)).minus(range(args.get(1)));
            case "_*_" -> range(args.get(0)).times(range(args.get(1)));
            case "_/_" -> range(args.get(0)).by(range(args.get(1)));
            case "_%_" -> range(args.get(0)).modulo(range(args.get(1)));
            case "-_" -> range(args.get(0)).negated();
            case "_?_:_" -> range(args.get(1)).or(range(args.get(2)));
            case Functions.MIN -> range(args.get(0)).min(range(args.get(1)));
            case Functions.MAX -> range(args.get(0)).max(range(args.get(1)));
            case "size" -> new Range(0, Integer.MAX_VALUE);
            case "getFullYear" -> new Range(1, 9999);
            case "getMonth",
                    "getDate",
                    "getDayOfMonth",
                    "getDayOfWeek",
                    "getDayOfYear",
                    "getHours",
                    "getMinutes",
                    "getSeconds",
                    "getMilliseconds" -> new Range(0, 100_000_000_000L);
            default -> Range.ALL;
        };
    }

    private static Range constant(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.INT64_VALUE
                ? new Range(constant.int64Value(), constant.int64Value())
                : Range.ALL;
    }

    private static Range checked(CelExpr expr, Range range) {
        if (!range.fits()) {
            throw new Refusal(
                    expr.id(),
                    "could overflow: its result can be " + range.least() + " to " + range.most()
                            + "; bound what goes in, for example min(event.value, 1000)");
        }
        return range;
    }

    private boolean isWhole(CelExpr expr) {
        CelKind kind = typeOf(expr).kind();
        return kind == CelKind.INT;
    }

    private CelType typeOf(CelExpr expr) {
        return ast.getTypeOrThrow(expr.id());
    }
}

package dev.hearth.incentive.condition;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;

/** An expression and all of its parts. */
final class Subexpressions {
    private Subexpressions() {}

    static List<CelExpr> of(CelExpr expr) {
        List<CelExpr> all = new ArrayList<>();
        collect(expr, all);
        return all;
    }

    private static void collect(CelExpr expr, List<CelExpr> into) {
        into.add(expr);
        directlyIn(expr).forEach(part -> collect(part, into));
    }

    static List<CelExpr> directlyIn(CelExpr expr) {
        List<CelExpr> parts = new ArrayList<>();
        switch (expr.getKind()) {
            case SELECT -> parts.add(expr.select().operand());
            case CALL -> {
                expr.call().target().ifPresent(parts::add);
                parts.addAll(expr.call().args());
            }
            case LIST -> parts.addAll(expr.list().elements());
            case MAP ->
                expr.map().entries().forEach(entry -> {
                    parts.add(entry.key());
                    parts.add(entry.value());
                });
            case STRUCT -> expr.struct().entries().forEach(entry -> parts.add(entry.value()));
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = expr.comprehension();
                parts.addAll(List.of(
                        loop.iterRange(), loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result()));
            }
            case CONSTANT, IDENT, NOT_SET -> {}
        }
        return parts;
    }
}

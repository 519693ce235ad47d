package dev.hearth.incentive.condition;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Set;

/** What expressions have beside CEL's own functions. */
final class Functions {
    static final String MIN = "min";
    static final String MAX = "max";

    static final List<CelFunctionDecl> DECLARED = List.of(declared(MIN), declared(MAX));

    private Functions() {}

    static Set<CelFunctionBinding> bindings() {
        return Set.of(
                CelFunctionBinding.from("min_int64", Long.class, Long.class, Math::min),
                CelFunctionBinding.from("max_int64", Long.class, Long.class, Math::max));
    }

    private static CelFunctionDecl declared(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newGlobalOverload(name + "_int64", SimpleType.INT, SimpleType.INT, SimpleType.INT));
    }
}

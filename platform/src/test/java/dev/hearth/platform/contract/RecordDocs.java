package dev.hearth.platform.contract;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the Javadoc says about a record and its components; read from the source, so that it is written once. */
final class RecordDocs {
    private final Path sources;
    private final Map<String, String> texts = new HashMap<>();

    /** @param sources the folder of the packages */
    RecordDocs(Path sources) {
        this.sources = sources;
    }

    String of(Class<?> type) {
        return text(type, type.getName());
    }

    String of(Class<?> type, String component) {
        return text(type, type.getName() + "#" + component);
    }

    private String text(Class<?> type, String key) {
        if (!texts.containsKey(type.getName())) {
            read(type);
        }
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("no Javadoc for " + key + ": a contract says what it means");
        }
        return text;
    }

    private void read(Class<?> type) {
        Path file = sources.resolve(type.getName().replace('.', '/') + ".java");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            for (CompilationUnitTree unit : task.parse()) {
                ClassTree record = (ClassTree) unit.getTypeDecls().getFirst();
                DocCommentTree comment = DocTrees.instance(task).getDocCommentTree(TreePath.getPath(unit, record));
                if (comment != null) {
                    remember(type.getName(), comment);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(String type, DocCommentTree comment) {
        texts.put(type, plain(comment.getFullBody()));
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree component) {
                texts.put(type + "#" + component.getName(), plain(component.getDescription()));
            }
        }
    }

    /** {@code {@code x}} becomes {@code `x`}: descriptions are read as Markdown. */
    private static String plain(List<? extends DocTree> parts) {
        StringBuilder text = new StringBuilder();
        for (DocTree part : parts) {
            text.append(part instanceof LiteralTree code ? "`" + code.getBody() + "`" : part.toString());
        }
        return text.toString().replaceAll("\\s+", " ").trim();
    }
}

import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Prints what Gephi's own importer makes of a file, with edges merged as the desktop does unless told otherwise. */
public final class ReadGraph {

    public static void main(String[] arguments) throws Exception {
        GraphModel model = importFile(new File(arguments[0]));
        Graph graph = model.getGraph();
        StringBuilder out = new StringBuilder("{\"nodes\":[");
        for (Node node : graph.getNodes().toArray()) {
            list(out, String.valueOf(node.getId()), node.getLabel());
        }
        out.append("],\"edges\":[");
        for (Edge edge : graph.getEdges().toArray()) {
            list(out, String.valueOf(edge.getSource().getId()), String.valueOf(edge.getTarget().getId()),
                String.valueOf(model.getEdgeTypeLabel(edge.getType())), text(model, edge, "quote"), text(model, edge, "first_reported"));
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(out.append("]}"));
        System.exit(0);
    }

    private static GraphModel importFile(File file) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(file);
        container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.SUM);
        container.verify();
        importer.process(container, new DefaultProcessor(), workspace);
        return Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    }

    /** An attribute by the title that a user sees. */
    private static String text(GraphModel model, Element edge, String title) {
        for (Column column : model.getEdgeTable()) {
            if (column.getTitle().equals(title)) {
                Object value = edge.getAttribute(column);
                return value == null ? "" : value.toString();
            }
        }
        throw new IllegalStateException("no column " + title);
    }

    /** One JSON list of strings, behind a comma when it is not the first. */
    private static void list(StringBuilder out, String... values) {
        out.append(out.charAt(out.length() - 1) == ']' ? "," : "").append('[');
        for (int i = 0; i < values.length; ++i) {
            out.append(i == 0 ? "\"" : ",\"");
            for (char c : values[i].toCharArray()) {
                out.append(c == '"' || c == '\\' ? "\\" + c : c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
            out.append('"');
        }
        out.append(']');
    }
}

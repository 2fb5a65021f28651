// What Gephi's toolkit finds in a graph file, as lines of a name, a tab and a number: nodes by type, edges by kind, and
// those that stand on its timeline; java -cp gephi-toolkit-all.jar Gephi.java FILE
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.gephi.graph.api.*;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.*;
import org.openide.util.Lookup;

public class Gephi {
  static Object value(Element element, Table columns, String title) {
    for (Column column : columns) if (column.getTitle().equals(title)) return element.getAttribute(column);
    return null;
  }

  public static void main(String[] args) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(args[0]));
    importer.process(container, new DefaultProcessor(), workspace);
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    Map<String, Integer> found = new TreeMap<>();
    for (Node node : model.getGraph().getNodes()) {
      found.merge("node " + value(node, model.getNodeTable(), "type"), 1, Integer::sum);
      if (node.getIntervals().length > 0) found.merge("dated nodes", 1, Integer::sum);
    }
    for (Edge edge : model.getGraph().getEdges()) {
      found.merge("edge " + value(edge, model.getEdgeTable(), "kind"), 1, Integer::sum);
      if (edge.getIntervals().length > 0) found.merge("dated edges", 1, Integer::sum);
    }
    found.forEach((name, count) -> System.out.println(name + "\t" + count));
  }
}

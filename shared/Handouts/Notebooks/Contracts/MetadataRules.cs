using System.Text.Json.Nodes;

namespace Handouts.Notebooks.Contracts;

/// <summary>The notebook's own metadata: what opens clean and with the right kernel in every engine.</summary>
internal static class MetadataRules
{
    private static readonly JsonObject Expected = JsonNode.Parse("""
        {
          "kernelspec": { "display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp" },
          "language_info": { "name": "polyglot-notebook" },
          "polyglot_notebook": {
            "kernelInfo": {
              "defaultKernelName": "csharp",
              "items": [{ "aliases": [], "languageName": "csharp", "name": "csharp" }]
            }
          }
        }
        """)!.AsObject();

    public static IEnumerable<Finding> Check(Notebook notebook) =>
        Version(notebook).Concat(Expected.Where(entry => !JsonNode.DeepEquals(notebook.Metadata[entry.Key], entry.Value))
            .Select(entry => new Finding(
                notebook.Name,
                null,
                $"metadata.{entry.Key} is {notebook.Metadata[entry.Key]?.ToJsonString() ?? "missing"}, expected {entry.Value!.ToJsonString()}")));

    private static IEnumerable<Finding> Version(Notebook notebook) =>
        Json.Count(notebook.Rest["nbformat_minor"], "'nbformat_minor'") is < NotebookReader.IdsSince and var minor
            ? [new Finding(notebook.Name, null, $"it is in nbformat 4.{minor}, whose cells have no ids: save it as 4.5")]
            : [];
}

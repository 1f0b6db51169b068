using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Tests.Support;

/// <summary>The pieces of a notebook that keeps the contract.</summary>
internal static class CourseNotebook
{
    public static JsonNode Metadata => JsonNode.Parse("""
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
        """)!;

    public static Cell Title => Text("title", "# A notebook");

    public static Cell Text(string id, string source) =>
        new() { Id = id, Kind = CellKind.Markdown, Source = source, Metadata = [] };

    public static Cell Code(string id, string source, string? course = null, params string[] tags)
    {
        var metadata = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" } };
        if (course is not null)
        {
            metadata["course"] = JsonNode.Parse(course);
        }

        if (tags.Length > 0)
        {
            metadata["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        }

        return new Cell { Id = id, Kind = CellKind.Code, Source = source, Metadata = metadata };
    }

    public static Cell Parameters(string id, string source) =>
        Code(id, source, """{ "role": "parameters" }""", "parameters");

    /// <summary>A cell that shows a picture with the content of a reference run as its timeline.</summary>
    public static Cell Chart(string id, string run, string change = "") => Code(
        id,
        $$"""
        class Chart
        {
            public string Json = File.ReadAllText("../tests/reference/{{run}}.json"){{change}};
            public string ToHtml() =>
                "<svg role=\"img\"><title>A chart</title></svg><script type=\"application/json\" data-kind=\"timeline\">"
                + Json + "</script>";
            public override string ToString() => "a chart";
        }

        new Chart().Display();
        """,
        $$"""{ "role": "demo", "reference": ["{{run}}"] }""");
}

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>
/// The notebooks with Jupyter's own tools: valid by its schema, and readable pages through its converter, charts and all.
/// Skipped where the tools are missing; on a build server they must be there.
/// </summary>
public sealed partial class JupyterTests(Browser browser)
{
    // The distribution's own Python: another one first on the path has other packages.
    private const string Python = "/usr/bin/python3";

    private const string Validate = """
        import sys, nbformat
        for path in sys.argv[1:]:
            with open(path, encoding="utf-8") as file:
                nbformat.validate(nbformat.reads(file.read(), as_version=nbformat.NO_CONVERT))
            print(path)
        """;

    private static readonly string[] Notebooks =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)];

    [Fact]
    public async Task EveryNotebook_IsValidByJupytersSchema()
    {
        await RequireAsync("nbformat", "python3-nbformat");

        Assert.Equal(Notebooks, (await PythonAsync(["-c", Validate, .. Notebooks])).TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task EveryNotebook_ThroughNbconvert_ShowsItsCharts()
    {
        await RequireAsync("nbconvert", "jupyter-nbconvert");
        using var folder = new TemporaryFolder();
        await PythonAsync(["-m", "nbconvert", "--to", "html", "--log-level", "ERROR", "--output-dir", folder.Path, .. Notebooks]);

        foreach (var notebook in Notebooks)
        {
            await ShowsItsChartsAsync(Path.Combine(folder.Path, Path.GetFileNameWithoutExtension(notebook) + ".html"), ChartsIn(notebook));
        }
    }

    private async Task ShowsItsChartsAsync(string file, int count)
    {
        await using var open = await browser.OpenAsync(file, width: 1000);
        var charts = await open.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('[class*=course-] svg[role=img]')].map(chart => {
              const closed = chart.closest('details:not([open])');
              const box = chart.getBoundingClientRect();
              const bars = [...chart.querySelectorAll('rect')].filter(bar => {
                const { width, height } = bar.getBoundingClientRect();
                const fill = getComputedStyle(bar).fill;
                return width > 1 && height > 3 && fill !== 'none';
              });
              return closed ? 'folded' : box.width < 300 || box.height < 30 ? `small: ${box.width} by ${box.height}`
                : chart.closest('.course-gantt') && bars.length === 0 ? `no bars: ${chart.textContent.slice(0, 80)}` : 'shown';
            })
            """);

        Assert.Equal(count, charts.Length);
        Assert.All(charts, chart => Assert.Equal("shown", chart));
        // What Jupyter's page asks for itself (its mathematics, its loader) may be missing on this machine: that is not ours.
        Assert.DoesNotContain(open.Complaints, complaint => !complaint.Contains("Failed to load resource", StringComparison.Ordinal) && !FromTheTemplate().IsMatch(complaint));
        Assert.DoesNotContain(open.Requests, request => !request.StartsWith("file:///usr/share/javascript/", StringComparison.Ordinal));
    }

    private static int ChartsIn(string notebook) => Chart().Count(File.ReadAllText(notebook));

    private static async Task RequireAsync(string module, string package)
    {
        var isThere = File.Exists(Python) && await IsThereAsync(module);
        Assert.SkipWhen(!isThere && Environment.GetEnvironmentVariable("CI") != "true", $"Python's {module} was not found: install {package}.");
        Assert.True(isThere, $"Python's {module} was not found: install {package}.");
    }

    private static async Task<bool> IsThereAsync(string module)
    {
        using var process = Start(["-c", $"import {module}"]);
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private static async Task<string> PythonAsync(string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, errors);
        return await output;
    }

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo(Python, arguments)
    {
        WorkingDirectory = Repository.Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    [GeneratedRegex(@"MathJax|mathjax|require is not defined|mermaid")]
    private static partial Regex FromTheTemplate();

    [GeneratedRegex(@"<svg[^>]*role=\\""img\\""")]
    private static partial Regex Chart();
}

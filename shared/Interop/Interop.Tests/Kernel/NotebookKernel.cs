using Handouts.Notebooks;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace Interop.Tests.Kernel;

/// <summary>A kernel of .NET Interactive as the editor makes it, and what its cells show.</summary>
internal sealed class NotebookKernel : IDisposable
{
    private readonly CompositeKernel _kernel = new();

    public NotebookKernel()
    {
        var csharp = new CSharpKernel();
        csharp.UseKernelHelpers();
        _kernel.Add(csharp);
        _kernel.DefaultKernelName = csharp.Name;
    }

    /// <summary>Runs a cell to its end.</summary>
    public async Task<KernelCell> RunAsync(string code)
    {
        var result = await _kernel.SendAsync(new SubmitCode(code, "csharp"));
        return new KernelCell(
            [.. result.Events.OfType<DisplayEvent>().Select(OutputOf).OfType<Output>()],
            result.Events.OfType<CommandFailed>().FirstOrDefault()?.Message);
    }

    public void Dispose() => _kernel.Dispose();

    private static DisplayOutput? OutputOf(DisplayEvent shown) =>
        shown is StandardOutputValueProduced or StandardErrorValueProduced ? null
        : new(shown.FormattedValues.DistinctBy(form => form.MimeType).ToDictionary(form => form.MimeType, form => form.Value), shown is ReturnValueProduced, []);
}

/// <summary>What a cell showed in the kernel, and why it failed, or null.</summary>
internal sealed record KernelCell(IReadOnlyList<Output> Outputs, string? Error);

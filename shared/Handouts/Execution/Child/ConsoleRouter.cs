using System.Text;

namespace Handouts.Execution.Child;

/// <summary>Stands in for the console: what is written goes to the cell that writes.</summary>
internal sealed class ConsoleRouter : TextWriter
{
    private readonly string _stream;

    private ConsoleRouter(string stream)
    {
        _stream = stream;
        // The same outputs on every platform.
        NewLine = "\n";
    }

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Replaces both outputs of the console, and its input by an empty one: the real one is the parent's.</summary>
    public static void Install()
    {
        Console.SetOut(new ConsoleRouter("stdout"));
        Console.SetError(new ConsoleRouter("stderr"));
        Console.SetIn(Null);
    }

    private static new StreamReader Null => StreamReader.Null;

    public override void Write(char value) => Print([value]);

    public override void Write(string? value) => Print(value);

    public override void Write(char[] buffer, int index, int count) => Print(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Print(buffer);

    public override void WriteLine(string? value) => Print(value + NewLine);

    private void Print(ReadOnlySpan<char> text) => CellOutlet.Current?.Print(_stream, text);
}

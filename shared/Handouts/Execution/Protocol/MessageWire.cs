using Handouts.Notebooks;

namespace Handouts.Execution.Protocol;

/// <summary>Messages as bytes: a kind, the cell's id, the content. Written by hand because a child starts cold.</summary>
internal static class MessageWire
{
    private enum Kind : byte
    {
        Started,
        Printed,
        Displayed,
        Ended,
        PrintedTooLate,
        Inputs,
        RunEnded,
    }

    public static void Write(BinaryWriter writer, ChildMessage message)
    {
        writer.Write((byte)KindOf(message));
        writer.Write(message.CellId);
        switch (message)
        {
            case CellShowed { Output: StreamOutput stream }:
                writer.Write(stream.Name);
                writer.Write(stream.Text);
                break;
            case CellShowed { Output: DisplayOutput display }:
                WriteDisplay(writer, display);
                break;
            case CellEnded ended:
                writer.Write(ended.Elapsed.Ticks);
                writer.Write(ended.AsExpected);
                writer.WriteError(ended.Error);
                break;
            case InputsRead inputs:
                writer.Write(inputs.Json);
                break;
            default:
                break;
        }
    }

    /// <exception cref="EndOfStreamException">The other end is gone.</exception>
    public static ChildMessage Read(BinaryReader reader)
    {
        var kind = (Kind)reader.ReadByte();
        var cell = reader.ReadString();
        return kind switch
        {
            Kind.Started => new CellStarted(cell),
            Kind.Printed => new CellShowed(cell, new StreamOutput(reader.ReadString(), reader.ReadString())),
            Kind.Displayed => new CellShowed(cell, ReadDisplay(reader)),
            Kind.Ended => ReadEnded(reader, cell),
            Kind.PrintedTooLate => new CellPrintedTooLate(cell),
            Kind.Inputs => new InputsRead(cell, reader.ReadString()),
            Kind.RunEnded => new RunEnded(),
            _ => throw new InvalidDataException($"Message kind {kind} is not known."),
        };
    }

    private static Kind KindOf(ChildMessage message) => message switch
    {
        CellStarted => Kind.Started,
        CellShowed { Output: StreamOutput } => Kind.Printed,
        CellShowed => Kind.Displayed,
        CellEnded => Kind.Ended,
        CellPrintedTooLate => Kind.PrintedTooLate,
        InputsRead => Kind.Inputs,
        _ => Kind.RunEnded,
    };

    private static void WriteDisplay(BinaryWriter writer, DisplayOutput display)
    {
        writer.Write(display.IsResult);
        writer.WriteList(display.Data, form =>
        {
            writer.Write(form.Key);
            writer.Write(form.Value);
        });
    }

    private static DisplayOutput ReadDisplay(BinaryReader reader)
    {
        var isResult = reader.ReadBoolean();
        var forms = reader.ReadList(() => KeyValuePair.Create(reader.ReadString(), reader.ReadString()));
        return new DisplayOutput(new Dictionary<string, string>(forms), isResult, []);
    }

    private static CellEnded ReadEnded(BinaryReader reader, string cell)
    {
        var elapsed = TimeSpan.FromTicks(reader.ReadInt64());
        var asExpected = reader.ReadBoolean();
        return new CellEnded(cell, elapsed, reader.ReadError(), asExpected);
    }
}


namespace Handouts.Execution.Protocol;

/// <summary>Requests and compiled cells as bytes.</summary>
internal static class RequestWire
{
    public static void Write(BinaryWriter writer, ChildRequest request)
    {
        writer.WriteList(request.Cells, cell =>
        {
            writer.Write(cell.Id);
            writer.Write(cell.ExpectedError ?? "");
            writer.Write(cell.Inputs is not null);
            writer.WriteList(cell.Inputs ?? [], writer.Write);
        });
        writer.Flush();
    }

    public static ChildRequest ReadRequest(BinaryReader reader) => new(
        reader.ReadList(() => new RequestedCell(
            reader.ReadString(), reader.ReadString() is { Length: > 0 } type ? type : null, ReadInputs(reader))));

    public static void Write(BinaryWriter writer, CompiledCell cell)
    {
        writer.WriteList(cell.Pieces, piece => Write(writer, piece));
        writer.Flush();
    }

    public static CompiledCell ReadCell(BinaryReader reader) => new(reader.ReadList(() => ReadPiece(reader)));

    private static void Write(BinaryWriter writer, CompiledPiece piece)
    {
        writer.WriteError(piece.Error);
        writer.WriteList(piece.Warnings, writer.Write);
        writer.Write(piece.Slot);
        writer.Write(piece.EntryType);
        WriteBytes(writer, piece.Program);
        WriteBytes(writer, piece.Symbols);
        WriteAssemblies(writer, piece.References);
        WriteAssemblies(writer, piece.Packages);
        writer.WriteList(piece.Natives, writer.Write);
        writer.Write((byte)piece.Ending);
    }

    private static CompiledPiece ReadPiece(BinaryReader reader) => new()
    {
        Error = reader.ReadError(),
        Warnings = reader.ReadList(reader.ReadString),
        Slot = reader.ReadInt32(),
        EntryType = reader.ReadString(),
        Program = ReadBytes(reader),
        Symbols = ReadBytes(reader),
        References = ReadAssemblies(reader),
        Packages = ReadAssemblies(reader),
        Natives = reader.ReadList(reader.ReadString),
        Ending = (CodeEnding)reader.ReadByte(),
    };

    private static void WriteAssemblies(BinaryWriter writer, IReadOnlyList<NamedAssembly> assemblies) =>
        writer.WriteList(assemblies, assembly =>
        {
            writer.Write(assembly.Name);
            writer.Write(assembly.Path);
        });

    private static List<NamedAssembly> ReadAssemblies(BinaryReader reader) =>
        reader.ReadList(() => new NamedAssembly(reader.ReadString(), reader.ReadString()));

    private static List<string>? ReadInputs(BinaryReader reader)
    {
        var areWanted = reader.ReadBoolean();
        var names = reader.ReadList(reader.ReadString);
        return areWanted ? names : null;
    }

    private static void WriteBytes(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());
}

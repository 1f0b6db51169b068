namespace Handouts.Execution.Protocol;

/// <summary>Requests as bytes.</summary>
internal static class RequestWire
{
    public static void Write(BinaryWriter writer, ChildRequest request)
    {
        writer.Write(request.FileName);
        writer.WriteList(request.Cells, cell =>
        {
            writer.Write(cell.Id);
            writer.Write(cell.Source);
            writer.Write(cell.IsParameters);
            writer.Write(cell.ExpectedError ?? "");
        });
        writer.WriteList(request.Assignments, assignment =>
        {
            writer.Write(assignment.Name);
            writer.Write(assignment.Expression);
        });
        writer.Write(request.CollectInputs);
        writer.Write(request.InspectCode);
        writer.Flush();
    }

    public static ChildRequest Read(BinaryReader reader) => new(
        reader.ReadString(),
        reader.ReadList(() => new RequestedCell(
            reader.ReadString(), reader.ReadString(), reader.ReadBoolean(), reader.ReadString() is { Length: > 0 } type ? type : null)),
        reader.ReadList(() => new Assignment(reader.ReadString(), reader.ReadString())),
        reader.ReadBoolean(),
        reader.ReadBoolean());
}

using Handouts.Notebooks;

namespace Handouts.Execution.Protocol;

/// <summary>Errors as bytes: whether there is one, then the error.</summary>
internal static class WireErrors
{
    public static void WriteError(this BinaryWriter writer, ErrorOutput? error)
    {
        writer.Write(error is not null);
        if (error is not null)
        {
            writer.Write(error.Name);
            writer.Write(error.Message);
            writer.WriteList(error.Traceback, writer.Write);
        }
    }

    public static ErrorOutput? ReadError(this BinaryReader reader) => reader.ReadBoolean()
        ? new ErrorOutput(reader.ReadString(), reader.ReadString(), reader.ReadList(reader.ReadString))
        : null;
}

namespace Handouts;

/// <summary>Something the caller asked for cannot be done; the message is one sentence for them (exit code 2).</summary>
internal sealed class UsageException(string message) : Exception(message);

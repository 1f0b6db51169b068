namespace Handouts.Rendering;

/// <summary>Handouts cannot be made or written; the message is one sentence that says what to do.</summary>
internal sealed class HandoutException(string message, Exception? cause = null) : Exception(message, cause);

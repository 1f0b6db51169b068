namespace Handouts.Notebooks;

/// <summary>A file that cannot be used as a notebook; the message is one sentence: what, where, what to do.</summary>
internal sealed class NotebookFormatException(string message) : Exception(message);

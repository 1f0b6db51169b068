using System.Text.Json.Nodes;

namespace AsyncAtScale.Timelines;

/// <summary>Something that happened in a lane at one moment.</summary>
/// <param name="Lane">The lane it happened in.</param>
/// <param name="Name">What happened: "started", "acquired", "answer" …</param>
/// <param name="At">When, counted from the start of the run.</param>
/// <param name="Detail">Extra values; empty if there are none.</param>
public sealed record Instant(string Lane, string Name, TimeSpan At, JsonObject Detail);

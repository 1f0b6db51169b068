namespace AsyncAtScale.Charts;
internal static class TextGantt { public static string Draw(ChartRun run) => Headlines.Headline.Of(run); }

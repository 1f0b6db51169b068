Timeline Latecomers(Timeline all)
{
    var waited = all.Spans
        .Where(span => span.Activity == Activity.Waiting)
        .Select(span => span.Lane).ToHashSet();
    return new()
    {
        Title = "Who had to wait",
        Outcome = all.Outcome,
        Total = all.Total,
        Spans = [.. all.Spans.Where(span => !waited.Contains(span.Lane))],
    };
}

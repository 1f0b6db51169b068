Timeline Latecomers(Timeline all) => new()
{
    Title = "Who had to wait",
    Outcome = all.Outcome,
    Total = all.Total,
    Spans = [.. all.Spans.Where(span => span.Activity == Activity.Waiting)],
};

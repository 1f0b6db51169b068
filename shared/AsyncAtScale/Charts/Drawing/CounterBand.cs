using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>Draws a counter under the lanes: steps of slabs, one slab per unit where that can be seen.</summary>
internal sealed class CounterBand
{
    /// <summary>Room above a band for its limit.</summary>
    public const int Gap = 26;

    private const int Slab = 12;
    private const int MostSlabs = 5;

    private readonly Counter _counter;
    private readonly TimeAxis _axis;
    private readonly ChartFrame _frame;
    private readonly int _top;
    private readonly double _unit;

    public CounterBand(Counter counter, TimeAxis axis, ChartFrame frame)
    {
        (_counter, _axis, _frame) = (counter, axis, frame);
        _top = Math.Max(1, Math.Max(counter.Limit ?? 0, counter.Peak));
        _unit = _top <= MostSlabs ? Slab : (double)Slab * MostSlabs / _top;
    }

    /// <summary>In pixels; one of five, as the style sheet has a class for each.</summary>
    public int Height => Math.Min(_top, MostSlabs) * Slab;

    public Markup Draw(int y)
    {
        var steps = Steps().ToList();
        return Markup.Of($"""
            <g class="cn hideable h{Height / Slab}" data-name="{_counter.Name}" transform="translate(0,{y})">{Areas(steps)}{Cuts(steps)}{Outline(steps)}{Values(steps)}{Limit()}<line class="base" x2="100%" y1="{Height}" y2="{Height}"/><text class="yn" x="-7" y="{Height + 3}">0</text><text class="lb">{TextWidth.Shorten(Words.Spaced(_counter.Name), _frame.Left - 28, 12)}</text></g>
            """);
    }

    private double Y(int value) => Height - (Math.Max(0, value) * _unit);

    /// <summary>From when to when the counter had which value.</summary>
    private IEnumerable<(TimeSpan From, TimeSpan To, int Value)> Steps()
    {
        var points = _counter.Points;
        for (var i = 0; i < points.Count; i++)
        {
            yield return (points[i].At, i + 1 < points.Count ? points[i + 1].At : _axis.End, points[i].Value);
        }
    }

    private Markup Areas(IEnumerable<(TimeSpan From, TimeSpan To, int Value)> steps) =>
        Markup.Join(steps.Where(step => step.Value > 0 && step.To > step.From).Select(step =>
            Markup.Of($"""<rect class="st{(step.Value == _counter.Limit ? " full" : "")}" x="{_axis.X(step.From)}" width="{_axis.Width(step.From, step.To)}" y="{Y(step.Value)}" height="{Height - Y(step.Value)}"/>""")));

    /// <summary>Lines between the slabs, so that units can be counted.</summary>
    private Markup Cuts(IReadOnlyList<(TimeSpan From, TimeSpan To, int Value)> steps)
    {
        if (_unit < Slab)
        {
            return Markup.Empty;
        }

        return Markup.Join(
            from level in Enumerable.Range(1, Math.Max(0, _top - 1))
            from stretch in Above(steps, level)
            select Markup.Of($"""<line class="cut" x1="{_axis.X(stretch.From)}" x2="{_axis.X(stretch.To)}" y1="{Y(level)}" y2="{Y(level)}"/>"""));
    }

    /// <summary>The stretches in which the value is above a level.</summary>
    private static IEnumerable<(TimeSpan From, TimeSpan To)> Above(
        IReadOnlyList<(TimeSpan From, TimeSpan To, int Value)> steps, int level)
    {
        (TimeSpan From, TimeSpan To)? open = null;
        foreach (var step in steps.Where(step => step.Value > level && step.To > step.From))
        {
            if (open is { } stretch && stretch.To == step.From)
            {
                open = (stretch.From, step.To);
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = (step.From, step.To);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private Markup Outline(IReadOnlyList<(TimeSpan From, TimeSpan To, int Value)> steps)
    {
        var lines = new List<Markup>();
        double? before = null;
        foreach (var step in steps)
        {
            var (y, x) = (Y(step.Value), _axis.X(step.From));
            if (before is { } from && from != y)
            {
                lines.Add(Line(x, x, from, y));
            }

            if (step.To > step.From)
            {
                lines.Add(Line(x, _axis.X(step.To), y, y));
            }

            before = y;
        }

        return Markup.Join(lines);
    }

    private static Markup Line(string x1, string x2, double y1, double y2) =>
        Markup.Of($"""<line class="so" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}"/>""");

    /// <summary>Each value once, in the top slab, where the step is long enough.</summary>
    private Markup Values(IEnumerable<(TimeSpan From, TimeSpan To, int Value)> steps) =>
        Markup.Join(steps.Where(step => step.Value * _unit >= Slab).Select(step =>
        {
            var text = CounterWords.Value(_counter, step.Value);
            var fit = _frame.FirstFit(TextWidth.Of(text) + 12, _axis.Share(step.From, step.To));
            var y = Y(step.Value) + (Math.Max(_unit, Slab) / 2) + 3.8;
            return fit is null ? Markup.Empty
                : Markup.Of($"""<text class="cv{ChartFrame.From(fit)}" x="{_axis.Middle(step.From, step.To)}" y="{y}">{text}</text>""");
        }));

    private Markup Limit()
    {
        if (_counter.Limit is not { } limit)
        {
            return Markup.Of($"""<text class="yn" x="-7" y="{Y(_top) + 4}">{_top}</text>""");
        }

        return Markup.Of($"""<line class="lim" x2="100%" y1="{Y(limit)}" y2="{Y(limit)}"/><text class="lt" x="100%" y="{Y(limit) - 5}">{CounterWords.Limit(_counter, limit)}</text><text class="yn" x="-7" y="{Y(limit) + 4}">{limit}</text>""");
    }
}

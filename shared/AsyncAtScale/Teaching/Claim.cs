namespace AsyncAtScale.Teaching;

/// <summary>A testable statement of the lectures, what Python does about it, and what .NET does.</summary>
public sealed class Claim
{
    internal Claim(string id, string statement, string pythonWords, string evidence)
    {
        (Id, Statement, PythonWords, Evidence) = (id, statement, pythonWords, evidence);
        Python = VerdictWords.Read(pythonWords);
    }

    /// <summary>Its number: C24-… of the lecture, C3-… of the lesson.</summary>
    public string Id { get; }

    /// <summary>What is claimed, in our words.</summary>
    public string Statement { get; }

    /// <summary>The verdict for Python, from recorded runs and probes.</summary>
    public Verdict Python { get; }

    /// <summary>The verdict for Python as the list of claims words it, with its condition if there is one.</summary>
    public string PythonWords { get; }

    /// <summary>What the verdict for Python rests on.</summary>
    public string Evidence { get; }

    /// <summary>The verdict for .NET, from what was seen.</summary>
    public Verdict Net { get; private set; }

    /// <summary>What was seen in .NET.</summary>
    public IReadOnlyList<Observation> Seen { get; private set; } = [];

    /// <summary>Whether the two platforms were tried and do not behave alike.</summary>
    public bool Differs => Net is not (Verdict.Untried or Verdict.NoCounterpart) && Net != Python;

    /// <summary>All for it: true (of advice: sound advice). All against it: false. Some for it and some against it: imprecise.</summary>
    /// <exception cref="ArgumentException">Nothing speaks for or against it.</exception>
    internal void Observe(IReadOnlyList<Observation> seen)
    {
        var speaks = seen.Where(one => one.Supports is not null).Select(one => one.Supports == true).Distinct().ToList();
        Net = speaks switch
        {
            [true] => Python == Verdict.Advice ? Verdict.Advice : Verdict.True,
            [false] => Verdict.False,
            [_, _] => Verdict.Imprecise,
            _ => throw new ArgumentException($"Nothing of what was seen speaks for or against {Id}.", nameof(seen)),
        };
        Seen = seen;
    }

    /// <summary>Something that the claim is about does not exist here; if it does, the claim is merely false.</summary>
    internal void Miss(bool isMissing, IReadOnlyList<Observation> seen) =>
        (Net, Seen) = (isMissing ? Verdict.NoCounterpart : Verdict.False, seen);
}

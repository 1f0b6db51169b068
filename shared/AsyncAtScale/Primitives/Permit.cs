namespace AsyncAtScale.Primitives;

/// <summary>The right to be inside an <see cref="AsyncSemaphore"/>. Disposing it leaves; once is enough, twice does no harm.</summary>
public readonly struct Permit : IDisposable, IEquatable<Permit>
{
    private readonly PermitSlot? _slot;
    private readonly int _lease;

    internal Permit(PermitSlot slot)
    {
        _slot = slot;
        _lease = slot.Lease;
    }

    /// <summary>Whether this permit, or a copy of it, has not been given back yet.</summary>
    public bool IsHeld => _slot is not null && Volatile.Read(ref _slot.Lease) == _lease;

    /// <summary>Gives the permit back. Does nothing if it, or a copy of it, was given back before.</summary>
    public void Dispose() => _slot?.Semaphore.Leave(_slot, _lease);

    /// <inheritdoc/>
    public bool Equals(Permit other) => ReferenceEquals(_slot, other._slot) && _lease == other._lease;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Permit other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_slot, _lease);

    /// <summary>Whether both are the same right.</summary>
    public static bool operator ==(Permit left, Permit right) => left.Equals(right);

    /// <summary>Whether they are different rights.</summary>
    public static bool operator !=(Permit left, Permit right) => !left.Equals(right);
}

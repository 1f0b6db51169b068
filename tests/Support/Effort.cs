namespace Course.Testing;

/// <summary>How often to repeat what must come out the same every time: often under CI=true, less at the desk.</summary>
internal static class Effort
{
    public static bool IsFull => Environment.GetEnvironmentVariable("CI") == "true";

    public static int Of(int full, int atTheDesk) => IsFull ? full : atTheDesk;
}

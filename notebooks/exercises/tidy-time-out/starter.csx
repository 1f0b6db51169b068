Task Alarm(double seconds, CancellationToken stop = default) =>
    Lane("alarm", () => Work(seconds, cancellationToken: stop));

async Task<string> Within(
    double limit, Func<CancellationToken, Task<string>> ask)
{
    var answer = ask(CancellationToken.None);
    var first = await Task.WhenAny(answer, Alarm(limit));
    return first == answer ? await answer : "too late";
}

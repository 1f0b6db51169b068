Task Breakfast()
{
    _ = Lane("coffee", () => Work(2, "brew"));
    _ = Lane("eggs", () => Work(3, "boil"));
    _ = Lane("toast", () => Work(1.5, "brown"));
    return Task.CompletedTask;
}

async Task Breakfast()
{
    var coffee = Lane("coffee", () => Work(2, "brew"));
    var eggs = Lane("eggs", () => Work(3, "boil"));
    var toast = Lane("toast", () => Work(1.5, "brown"));
    await Task.WhenAll(coffee, eggs, toast);
}

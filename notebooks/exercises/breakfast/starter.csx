async Task Breakfast()
{
    await Lane("coffee", () => Work(2, "brew"));
    await Lane("eggs", () => Work(3, "boil"));
    await Lane("toast", () => Work(1.5, "brown"));
}

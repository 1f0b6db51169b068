using System.Text;
using Handouts.Notebooks;
using Handouts.Tests.Support;

namespace Handouts.Tests.Notebooks;

public class NotebookFileTests
{
    private const string Jupyter = """
        {
         "cells": [
          {
           "attachments": {},
           "cell_type": "markdown",
           "id": "text",
           "metadata": {
            "tags": []
           },
           "source": [
            "# Grüße \"1\"\n",
            "end 🎲"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 1,
           "id": "code",
           "metadata": {
            "odd": 1.50
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "a\n"
             ]
            },
            {
             "data": {
              "application/json": {
               "b": [
                1e-3
               ]
              },
              "text/plain": [
               "1"
              ]
             },
             "execution_count": 1,
             "metadata": {},
             "output_type": "execute_result"
            },
            {
             "ename": "E",
             "evalue": "m",
             "output_type": "error",
             "traceback": [
              "t"
             ]
            }
           ],
           "source": []
          }
         ],
         "metadata": {
          "unknown": null
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void Read_JupytersNotebookThenFormatted_HasTheSameBytes()
    {
        using var course = new TemporaryCourse();
        File.WriteAllText(course.PathOf("n"), Jupyter);

        Assert.Equal(Jupyter, NotebookFile.Format(course.Read("n")));
    }

    [Theory]
    [InlineData("{", "is not JSON (line 1: ")]
    [InlineData("", "it is empty")]
    [InlineData("\n ", "it is empty")]
    [InlineData("[]", "not an object")]
    [InlineData("""{ "nbformat": 3, "nbformat_minor": 0, "worksheets": [] }""", "nbformat 3.0, which is older than 4: convert it")]
    [InlineData("""{ "nbformat": 5, "nbformat_minor": 1, "cells": [] }""", "nbformat 5.1, which is newer")]
    [InlineData("""{ "cells": [] }""", "does not say its nbformat")]
    [InlineData("""{ "nbformat": 4, "nbformat_minor": 5, "cells": [{ "cell_type": "raw", "source": "" }] }""", "'id' of cell 1")]
    [InlineData("""{ "nbformat": "four", "nbformat_minor": 5 }""", "'nbformat' is not a whole number")]
    [InlineData("""{ "nbformat": 4, "nbformat_minor": 5, "cells": {} }""", "'cells' is not a list")]
    [InlineData("""{ "nbformat": 4, "nbformat_minor": 5, "cells": [3] }""", "cell 1 is not an object")]
    [InlineData("""{ "nbformat": 4, "nbformat": 4, "nbformat_minor": 5, "cells": [] }""", "is not JSON")]
    [InlineData("""{ "nbformat": 4, "nbformat_minor": 5, "cells": [{ "cell_type": "sql", "id": "a", "source": "" }] }""", "unknown type")]
    [InlineData("""{ "nbformat": 4, "nbformat_minor": 5, "cells": [{ "cell_type": "raw", "id": "../a", "source": "" }] }""", "the id of cell 1")]
    [InlineData("""{ "nbformat": 4, "nbformat_minor": 5, "cells": [{ "cell_type": "raw", "id": "a", "source": [1] }] }""", "'source' of cell 1")]
    [InlineData("""{ "nbformat": 4, "nbformat_minor": 5, "cells": [{ "cell_type": "code", "id": "a", "source": "", "outputs": [{ "output_type": "x" }] }] }""", "output 1 of cell 1")]
    [InlineData("""{ "nbformat": 4, "nbformat_minor": 5, "metadata": { "a": "\ud800" }, "cells": [] }""", "no valid Unicode")]
    [InlineData("""{ "nbformat": 4, "nbformat_minor": 5, "cells": [{ "cell_type": "raw", "id": "a", "source": "" }, { "cell_type": "raw", "id": "a", "source": "" }] }""", "2 cells have the id \"a\"")]
    public void Read_WhatIsNoNotebook_SaysSoInOneSentence(string content, string expected)
    {
        using var course = new TemporaryCourse();
        File.WriteAllText(course.PathOf("bad"), content);

        AssertSentence(course.PathOf("bad"), expected);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Read_OlderThanIds_NamesCellsByTheirPlaceAndWritesThem(int minor)
    {
        using var course = new TemporaryCourse();
        File.WriteAllText(
            course.PathOf("old"),
            $$"""{ "nbformat": 4, "nbformat_minor": {{minor}}, "metadata": {}, "cells": [{ "cell_type": "raw", "source": "a" }, { "cell_type": "markdown", "source": [] }] }""");

        var notebook = course.Read("old");
        NotebookFile.Write(notebook);

        Assert.Equal(["cell-1", "cell-2"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal(["cell-1", "cell-2"], course.Read("old").Cells.Select(cell => cell.Id));
        Assert.Contains("\"nbformat_minor\": 5", File.ReadAllText(course.PathOf("old")), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DeviceWithoutEnd_SaysSoInOneSentence()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no such device here.");

        AssertSentence("/dev/zero", "has more than 256 MB");
    }

    [Fact]
    public void Read_InvalidUtf8_SaysSoInOneSentence()
    {
        using var course = new TemporaryCourse();
        File.WriteAllBytes(course.PathOf("bad"), [.. Encoding.UTF8.GetBytes("{\"a\": \""), 0xC3, 0x28, .. "\"}"u8]);

        AssertSentence(course.PathOf("bad"), "UTF-8");
    }

    [Fact]
    public void Read_DeepNesting_SaysSoInOneSentence()
    {
        using var course = new TemporaryCourse();
        File.WriteAllText(course.PathOf("bad"), new string('[', 100_000));

        AssertSentence(course.PathOf("bad"), "is not JSON");
    }

    [Fact]
    public void Read_MissingFileOrFolder_SaysSoInOneSentence()
    {
        using var course = new TemporaryCourse();

        AssertSentence(course.PathOf("none"), "no such file");
        AssertSentence(course.Notebooks, "is a folder");
    }

    [Fact]
    public void Write_ReadOnlyFile_LeavesItAndNoOther()
    {
        using var course = new TemporaryCourse();
        var path = course.Add("kept");
        var before = File.ReadAllText(path);
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var problem = Assert.Throws<UsageException>(() => NotebookFile.Write(course.Read("kept").With([])));

        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Contains("cannot be written", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(course.Notebooks));
    }

    private static void AssertSentence(string path, string expected)
    {
        var problem = Assert.Throws<NotebookFormatException>(() => NotebookFile.Read(path));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using Builder.Graph;
using Builder.Protocol;

namespace Builder.Runner.Tests.Commands;

/// <summary>What holds for everything that is refused: exit code 1, plain words in two languages, nothing half-written.</summary>
internal static class Refusal
{
    /// <summary>Trains and must fail, for a reason that is kept as code and arguments unless the command line itself is wrong; returns the code and the English words.</summary>
    public static (string Code, string Words) OfTraining(string project, string run, params string[] options)
    {
        var result = RunnerProcess.Run(["train", project, "--json", .. Unless(options, "--threads", "1"), .. options.Contains("--resume") ? [] : Unless(options, "--out", run), .. options]);
        Assert.True(result.ExitCode == 1, $"exit code {result.ExitCode}\n{result.Output}\n{result.Error}");
        Assert.Equal("", result.Error);
        var last = result.Events[^1];
        Assert.Equal("failed", last.GetProperty("event").GetString());
        Assert.True(last.GetProperty("code").GetString() == "Usage" || !last.GetRawText().Contains("\"verbatim\"", StringComparison.Ordinal), last.GetRawText());
        AssertNothingHalfWritten(run);
        return Words(last.GetProperty("code").GetString()!, Told(last));
    }

    /// <summary>Checks and must find what is wrong; returns the codes and the English words of all problems.</summary>
    public static (string Codes, string Words) OfCheck(string project)
    {
        var result = RunnerProcess.Run("check", project, "--json");
        Assert.True(result.ExitCode == 1, $"exit code {result.ExitCode}\n{result.Output}\n{result.Error}");
        var report = JsonElement.Parse(result.Output);
        Assert.False(report.GetProperty("canTrain").GetBoolean());
        var problems = report.GetProperty("problems").EnumerateArray()
            .Select(p => Words(p.GetProperty("code").GetString()!, new(p.GetProperty("message").GetProperty("en").GetString()!, p.GetProperty("message").GetProperty("zh").GetString()!)))
            .ToList();
        Assert.NotEmpty(problems);
        return (string.Join(" ", problems.Select(p => p.Code)), string.Join(" ", problems.Select(p => p.Words)));
    }

    /// <summary>Runs any other command, which must fail; returns what it says.</summary>
    public static string Of(params string[] arguments)
    {
        var result = RunnerProcess.Run(arguments);
        Assert.True(result.ExitCode == 1, $"exit code {result.ExitCode}\n{result.Output}\n{result.Error}");
        Assert.Equal("", result.Output);
        AssertPlain(result.Error);
        return result.Error;
    }

    private static string[] Unless(string[] options, string name, string value) => options.Contains(name) ? [] : [name, value];

    /// <summary>The words of a "failed" event, of which a code and arguments are told.</summary>
    public static Localized Told(JsonElement failed) => ((RunEvent.Failed)RunEventJson.Read(failed.GetRawText())).Message.Words;

    private static (string Code, string Words) Words(string code, Localized words)
    {
        AssertPlain(words.En);
        Assert.Contains(words.Zh, letter => letter > '\u3000');
        return (code, words.En);
    }

    private static void AssertPlain(string words)
    {
        Assert.True(words.Trim().Length > 10, $"“{words}” says nothing.");
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", words, StringComparison.Ordinal);
        Assert.DoesNotContain("made a mistake", words, StringComparison.Ordinal);
    }

    private static void AssertNothingHalfWritten(string run)
    {
        if (Directory.Exists(run))
        {
            Assert.DoesNotContain(
                Directory.EnumerateFileSystemEntries(run, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
                    .Select(path => Path.GetFileName(path)!),
                name => name.StartsWith("bundle", StringComparison.Ordinal) || name.EndsWith(".new", StringComparison.Ordinal)
                    || name.EndsWith(".tmp", StringComparison.Ordinal));
        }
    }
}

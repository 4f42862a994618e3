using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>Rules that every source file keeps.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 350;

    private static readonly string[] Code = [".cs", ".cpp", ".h", ".py", ".sh", ".csproj", ".props", ".targets", ".txt"];

    [Fact]
    public void No_source_file_tries_to_be_everything()
    {
        var long_ones = Repository.Files("src", ".cs", ".cpp", ".h", ".ts")
            .Select(file => (file, lines: Repository.ReadLines(file).Length))
            .Where(entry => entry.lines > MostLines);

        Assert.Empty(long_ones);
    }

    [Fact]
    public void No_file_names_a_path_of_one_machine() =>
        Assert.Empty(LinesThatMatch(MachinePath(), Everywhere()));

    [Fact]
    public void Nothing_is_left_to_be_done_later() =>
        Assert.Empty(LinesThatMatch(Unfinished(), Everywhere()));

    [Fact]
    public void No_test_is_skipped_or_waits_by_sleeping() =>
        Assert.Empty(LinesThatMatch(SkippedOrSleeping(), Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs"))));

    [Fact]
    public void The_web_server_s_rooms_and_the_document_know_nothing_of_tensors() =>
        Assert.Empty(LinesThatMatch(UsesTorch(), new[] { "src/Builder.Graph", "src/Builder.Files", "src/Builder.Protocol", "src/Builder.Datasets" }
            .SelectMany(folder => Repository.Files(folder, ".cs"))));

    [Fact]
    public void Model_files_are_never_read_as_code() =>
        Assert.Empty(LinesThatMatch(ReadsCode(), Repository.Files("src", ".cs", ".cpp", ".h")));

    // .NET halts every process of the tree before it ends the first: one that is killed meanwhile leaves them standing, where they never see that their server is gone.
    [Fact]
    public void No_process_is_halted_before_it_is_ended() =>
        Assert.Empty(LinesThatMatch(EndsTree(), Repository.Files("src", ".cs")));

    private static IEnumerable<string> Everywhere() =>
        new[] { "src", "tests", "scripts", "docs", ".ci" }.SelectMany(folder => Repository.Files(folder, [.. Code, ".md"]))
            .Concat(["builder", "README.md", "README.zh.md", "CONTRIBUTING.md", "Dockerfile"]);

    private static IEnumerable<string> LinesThatMatch(Regex pattern, IEnumerable<string> files) =>
        from file in files
        from line in Repository.ReadLines(file).Select((text, index) => (text, number: index + 1))
        where pattern.IsMatch(line.text)
        select $"{file}:{line.number}: {line.text.Trim()}";

    // Absolute paths that exist on one person's machine only. The groups keep the patterns from matching themselves.
    [GeneratedRegex(@"entireProcessTree:\s*true|\.Kill\(true\)")]
    private static partial Regex EndsTree();

    [GeneratedRegex(@"(?<![\w.:/$}])/(?:root|work|home|Users)/|\.\./share[d]")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\bTO(?:DO)\b|\bFIX(?:ME)\b|NotImplemented(?:Exception)")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bSkip(?:\s)*=|Assert\.Ski(?:p)|Thread\.Slee(?:p)")]
    private static partial Regex SkippedOrSleeping();

    [GeneratedRegex(@"^using (static )?TorchSharp")]
    private static partial Regex UsesTorch();

    [GeneratedRegex(@"Binary(?:Formatter)|Assembly\.Load(?:From|File)|torch::load|torch\.load\(")]
    private static partial Regex ReadsCode();
}

namespace Builder.Runner.Tests.Commands;

public sealed class ReadyProjectCheckTests
{
    public static TheoryData<string> Documents() => [.. Directory
        .EnumerateDirectories(Path.Combine(Repository.Root, "templates"))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "project*.json"))
        .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Projects() => [.. Directory
        .EnumerateDirectories(Path.Combine(Repository.Root, "templates")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_ready_project_has_no_problem(string document)
    {
        var result = RunnerProcess.Run("check", Path.Combine(Repository.Root, document));

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains("No problems: ready to train.", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_ready_project_tells_in_two_languages_what_it_does_and_where_its_data_comes_from(string project)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Template(project), "README.md"));
        var source = File.ReadAllText(Path.Combine(Repository.Template(project), "SOURCE.md"));

        Assert.True(File.Exists(Path.Combine(Repository.Template(project), "project.json")));
        Assert.Contains($"./builder train templates/{project}", readme, StringComparison.Ordinal);
        Assert.Contains("## 中文", readme, StringComparison.Ordinal);
        Assert.Contains("**Licence:**", source, StringComparison.Ordinal);
    }
}

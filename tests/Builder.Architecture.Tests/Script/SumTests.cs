namespace Builder.Architecture.Tests.Script;

/// <summary>How <c>./builder test</c> adds up: nothing passes by not having run.</summary>
public sealed class SumTests : IDisposable
{
    private const string Good = """<assembly name="A" errors="0" failed="0" not-run="0" passed="12" skipped="0" time="0.5" total="12">""";
    private const string Bad = """<assembly name="B" errors="1" failed="2" not-run="0" passed="3" skipped="1" time="0.5" total="6">""";

    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_last_line_is_the_sum_over_all_suites()
    {
        var outcome = RunSuites(("A.Tests", $"echo '{Good}' >$7"), ("B.Tests", $"echo '{Good}' >$7"));

        Assert.Equal((0, "24 passed, 0 failed"), (outcome.ExitCode, LastLine(outcome)));
    }

    [Fact]
    public void Errors_and_skipped_tests_count_as_failed_and_the_suite_s_words_are_shown()
    {
        var outcome = RunSuites(("A.Tests", $"echo '{Good}' >$7"), ("B.Tests", $"echo '{Bad}' >$7; echo 'a sum is wrong [FAIL]'; return 1"));

        Assert.Equal((1, "15 passed, 4 failed"), (outcome.ExitCode, LastLine(outcome)));
        Assert.Contains("    a sum is wrong [FAIL]", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suite_that_has_much_to_say_does_not_end_the_others()
    {
        var outcome = RunSuites(("A.Tests", $"echo '{Bad}' >$7; yes 'a line of a long log, longer than a pipe can hold' | sed 100000q; return 1"), ("B.Tests", $"echo '{Good}' >$7"));

        Assert.Equal((1, "15 passed, 4 failed"), (outcome.ExitCode, LastLine(outcome)));
        Assert.InRange(outcome.Output.Split('\n').Length, 300, 320);
    }

    [Fact]
    public void What_failed_stands_by_name_right_above_the_sum()
    {
        const string Test = """<test name="A.Sums.Are_right(x: &quot;1&quot;)" type="A.Sums" method="Are_right" time="0.1" result="Fail">""";
        var outcome = RunSuites(
            ("A.Tests", $"printf '%s\\n' '{Bad}' '{Test}' '{Test.Replace("Fail", "Pass", StringComparison.Ordinal)}' >$7; return 1"), ("B.Tests", "return 139"), ("C.Tests", $"echo '{Good}' >$7"));

        Assert.EndsWith("""
            Failed:
                A.Tests: A.Sums.Are_right(x: "1")
                B.Tests: ended with code 139 and named no test
            15 passed, 5 failed
            """, outcome.Output.TrimEnd('\n'), StringComparison.Ordinal);
    }

    [Fact]
    public void A_suite_that_crashes_counts_as_failed_and_the_others_still_run()
    {
        var outcome = RunSuites(("A.Tests", "bash -c 'kill -SEGV $$'"), ("B.Tests", $"echo '{Good}' >$7"));

        Assert.Equal((1, "12 passed, 1 failed"), (outcome.ExitCode, LastLine(outcome)));
        Assert.Contains("The suite crashed (signal 11).", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suite_that_ends_badly_after_its_last_test_counts_as_failed()
    {
        var outcome = RunSuites(("A.Tests", $"echo '{Good}' >$7; return 134"));

        Assert.Equal((1, "12 passed, 1 failed"), (outcome.ExitCode, LastLine(outcome)));
    }

    [Fact]
    public void A_suite_in_which_no_test_ran_counts_as_failed_unless_the_caller_chose_the_tests()
    {
        const string Nothing = """<assembly name="A" errors="0" failed="0" not-run="0" passed="0" skipped="0" time="0.1" total="0">""";
        (string, string)[] suites = [("A.Tests", $"echo '{Nothing}' >$7"), ("B.Tests", $"echo '{Good}' >$7")];

        Assert.Equal("12 passed, 1 failed", LastLine(RunSuites(suites)));
        Assert.Equal("12 passed, 0 failed", LastLine(RunSuites(["--", "-class", "'*Lstm*'"], suites)));
    }

    [Fact]
    public void Only_the_suites_that_were_named_run()
    {
        var outcome = RunSuites(["graph"], ("Builder.Graph.Tests", $"echo '{Good}' >$7"), ("Builder.Runner.Tests", "return 1"));

        Assert.Equal((0, "12 passed, 0 failed"), (outcome.ExitCode, LastLine(outcome)));
    }

    [Theory]
    [InlineData("sleep 0.3; echo '{0}' >$7", 0, "24 passed, 0 failed")]
    [InlineData("sleep 0.3; return 1", 1, "12 passed, 1 failed")]
    public void The_suite_that_runs_behind_the_others_is_waited_for_and_counted(string body, int code, string sum)
    {
        var outcome = RunSuites(
            ("Builder.ReadyProjects.Tests", body.Replace("{0}", Good, StringComparison.Ordinal)), ("Builder.Runner.Tests", $"echo '{Good}' >$7"));

        Assert.Equal((code, sum), (outcome.ExitCode, LastLine(outcome)));
    }

    [Fact]
    public void The_suite_behind_does_not_outlive_a_script_that_stops()
    {
        var (over, survived) = (_folder.PathOf("over"), _folder.PathOf("survived"));

        // However slow the machine is: what is behind only shows itself once the script is over.
        var outcome = RunSuites(
            ("Builder.ReadyProjects.Tests", $"exec bash -c 'for i in {{1..600}}; do [[ -e {over} ]] && touch {survived} && exit; sleep 0.1; done'"),
            ("Builder.Runner.Tests", "kill -TERM $$; exit"));

        Assert.Equal("0 passed, 1 failed", LastLine(outcome));
        File.WriteAllText(over, "");
        SpinWait.SpinUntil(() => File.Exists(survived), TimeSpan.FromSeconds(1.5));
        Assert.False(File.Exists(survived));
    }

    [Theory]
    [InlineData("""{"numTotalTests":9,"numPassedTests":7,"numFailedTests":2}""", "return 1", ":", "8 passed, 2 failed")]
    [InlineData("""{"numTotalTests":9,"numPassedTests":9,"numFailedTests":0}""", ":", ":", "10 passed, 0 failed")]
    [InlineData("""{"numTotalTests":9,"numPassedTests":9,"numFailedTests":0}""", "return 1", ":", "10 passed, 1 failed")]
    [InlineData("""{"numTotalTests":9,"numPassedTests":9,"numFailedTests":0}""", ":", "return 1", "9 passed, 1 failed")]
    [InlineData("", ":", ":", "1 passed, 1 failed")]
    public void The_browser_part_s_own_tests_and_the_check_of_its_source_are_added(string report, string end, string lint, string sum)
    {
        var outcome = _folder.Source($$"""
            logs={{_folder.PathOf("logs")}}
            run_assets_program() { echo '{{report}}' >"$1"; {{end}}; }
            lint_assets() { {{lint}}; }
            run_assets_suite; print_sum
            """);

        Assert.Equal(sum, LastLine(outcome));
    }

    [Fact]
    public void The_browser_part_s_failed_tests_are_named_too()
    {
        var outcome = _folder.Source($$$"""
            logs={{{_folder.PathOf("logs")}}}
            run_assets_program() { echo '{"numPassedTests":1,"numFailedTests":1,"testResults":[{"assertionResults":[{"ancestorTitles":["a"],"fullName":"a holds","status":"passed"},{"ancestorTitles":["a"],"fullName":"a breaks","status":"failed","title":"breaks"}]}]}' >"$1"; return 1; }
            lint_assets() { :; }
            run_assets_suite; print_failures
            """);

        Assert.EndsWith("Failed:\n    wwwroot-assets: a breaks", outcome.Output.TrimEnd('\n'), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_no_suite_has_fails_and_lists_them()
    {
        var outcome = RunSuites(["grahp"], ("Builder.Graph.Tests", $"echo '{Good}' >$7"));

        Assert.Equal((1, "0 passed, 1 failed"), (outcome.ExitCode, LastLine(outcome)));
        Assert.Contains("Builder.Graph.Tests", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_that_fails_is_a_failure_and_still_ends_with_the_sum()
    {
        _folder.WriteProgram("programs/dotnet", """
            [[ $1 == --list-sdks ]] && echo "10.0.401 [/sdk]" && exit
            echo "Thing.cs(1,2): error CS1002: ; expected"; exit 1
            """);

        var outcome = _folder.Source("ensure_python_packages() { :; }; ensure_browser() { :; }; run_suites");

        Assert.Equal((1, "0 passed, 1 failed"), (outcome.ExitCode, LastLine(outcome)));
        Assert.Contains("error CS1002", outcome.Error, StringComparison.Ordinal);
    }

    private static string LastLine(Outcome outcome) => outcome.Output.TrimEnd('\n').Split('\n')[^1];

    private Outcome RunSuites(params (string Name, string Body)[] suites) => RunSuites([], suites);

    // The suites' programs are replaced by a few lines of shell; everything around them is the script's own.
    private Outcome RunSuites(string[] words, params (string Name, string Body)[] suites)
    {
        foreach (var (name, _) in suites)
        {
            Directory.CreateDirectory(_folder.PathOf($"tests/{name}"));
        }

        var cases = string.Concat(suites.Select(suite => $"*/{suite.Name}.dll) {suite.Body} ;;\n"));
        return _folder.Source($$"""
            ensure_python_packages() { :; }
            ensure_browser() { :; }
            build_solution() { :; }
            ensure_runner() { runner=/nowhere; }
            ensure_web() { web=/nowhere; }
            run_assets_suite() { :; }
            run_dotnet_program() { case $1 in
            {{cases}}
            esac; }
            run_suites {{string.Join(' ', words)}}
            """);
    }
}

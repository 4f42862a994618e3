namespace Builder.Architecture.Tests.Script;

/// <summary>How <c>./builder</c> starts things.</summary>
public sealed class StartTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("C")]
    [InlineData("zh_CN.UTF-8")]
    public void Help_lists_every_command_and_sets_nothing_up(string language)
    {
        var help = _folder.Builder("help", language);

        Assert.Equal(0, help.ExitCode);
        Assert.All(["setup", "train", "predict", "check", "bench", "test", "doctor", "help"],
            command => Assert.Contains($"\n  {command} ", help.Output, StringComparison.Ordinal));
        Assert.Equal(language != "C", TextRules.HasChinese(help.Output));
        Assert.False(Directory.Exists(_folder.PathOf(".build")));
    }

    [Theory]
    [InlineData("setup --help", "./builder setup")]
    [InlineData("test --help", "./builder test")]
    [InlineData("", "./builder COMMAND")]
    public void Asking_for_help_sets_nothing_up(string arguments, string expected)
    {
        var help = _folder.Builder(arguments);

        Assert.Equal(0, help.ExitCode);
        Assert.Contains(expected, help.Output, StringComparison.Ordinal);
        Assert.Equal("", _folder.DotnetCalls);
    }

    [Theory]
    [InlineData("C", "There is no command \"trian\". ./builder help lists them all.\n")]
    [InlineData("zh_CN.UTF-8", "没有“trian”这个命令。用 ./builder help 查看全部命令。\n")]
    public void An_unknown_command_ends_in_plain_words(string language, string words)
    {
        var outcome = _folder.Builder("trian", language);

        Assert.Equal(new Outcome(1, "", words), outcome);
    }

    [Fact]
    public void A_start_with_everything_built_does_no_work_and_keeps_folder_and_arguments()
    {
        _folder.InstallRunner();
        var elsewhere = Directory.CreateDirectory(_folder.PathOf("some where")).FullName;

        var outcome = _folder.Builder("train 'my project' --set a.lr=1", folder: elsewhere);

        Assert.Equal(new Outcome(0, $"in {elsewhere}\n<train><my project><--set><a.lr=1>\n", ""), outcome);
        Assert.Equal("", _folder.DotnetCalls);
    }

    [Fact]
    public void The_doctor_s_JSON_has_standard_output_to_itself()
    {
        _folder.InstallRunner();

        Assert.EndsWith("<doctor><--json>\n", _folder.Builder("doctor --json").Output, StringComparison.Ordinal);
        Assert.StartsWith("in ", _folder.Builder("doctor --json").Output, StringComparison.Ordinal);
        Assert.StartsWith("Machine: ", _folder.Builder("doctor").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_a_new_file_and_a_removed_one_each_ask_for_a_build()
    {
        string Fingerprint() => _folder.Source("fingerprint src").Output;
        var prints = new List<string> { Fingerprint() };

        _folder.Write("src/Room/Thing.cs", "class Thing2;");
        prints.Add(Fingerprint());
        _folder.Write("src/Room/Other.cs", "");
        prints.Add(Fingerprint());
        File.Delete(_folder.PathOf("src/Room/Thing.cs"));
        prints.Add(Fingerprint());

        Assert.Distinct(prints);
    }

    [Fact]
    public void What_a_build_writes_asks_for_no_build()
    {
        var before = _folder.Source("fingerprint src").Output;

        _folder.Write("src/Room/obj/project.assets.json", "{}");
        _folder.Write("src/Room/bin/Release/Room.dll", "");

        Assert.Equal(before, _folder.Source("fingerprint src").Output);
    }

    [Fact]
    public void A_failed_build_shows_why_once_and_names_the_log()
    {
        _folder.WriteProgram("programs/dotnet", """
            [[ $1 == --list-sdks ]] && echo "10.0.401 [/sdk]" && exit
            echo "  Restored everything."
            for i in 1 2; do echo "Thing.cs(1,2): error CS1002: ; expected [/x/Room.csproj]"; done
            exit 1
            """);

        var outcome = _folder.Builder("check project");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Contains("    Thing.cs(1,2): error CS1002: ; expected\nThat did not work.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(_folder.PathOf(".build/logs/build.log"), outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Split('\n'), line => line.Contains("CS1002", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("C", "error NU1004: The package reference X has changed.", "scripts/lock-packages")]
    [InlineData("zh_CN.UTF-8", "error NU1004: The package reference X has changed.", "请重新生成锁定文件：scripts/lock-packages")]
    [InlineData("C", "error NU1403: Package content hash validation failed for X.", "do not use that source")]
    public void A_build_with_other_packages_than_the_locked_ones_says_what_to_do(string language, string error, string words)
    {
        _folder.WriteProgram("programs/dotnet", $"""
            echo "dotnet $*" >>"$(dirname "$0")/calls"
            [[ $1 == --list-sdks ]] && echo "10.0.401 [/sdk]" && exit
            echo "Room.csproj : {error}"; exit 1
            """);

        var outcome = _folder.Builder("check project", language);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("-p:RestoreLockedMode=true", _folder.DotnetCalls, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_right_SDK_it_says_where_to_get_it()
    {
        _folder.WriteProgram("programs/dotnet", "echo '8.0.100 [/sdk]'");

        var outcome = _folder.Builder("check project");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Builder needs the .NET 10 SDK", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("https://dotnet.microsoft.com/download", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_build_leaves_the_runner_of_a_run_that_is_going_on_and_removes_the_others()
    {
        _folder.Write(".build/runner/used/builder-runner", "");
        _folder.Write(".build/runner/unused/builder-runner", "");
        _folder.Write(".build/runner/new/builder-runner", "");

        var outcome = _folder.Source("""
            use_program $state/runner/used
            remove_unused $state/runner/new
            ls $state/runner
            """);

        Assert.Equal("new\nused\n", outcome.Output);
    }

    [Fact]
    public void Two_set_ups_at_once_work_one_after_the_other()
    {
        var outcome = _folder.Source("""
            mkfifo $root/started
            work() { echo "$1 begins"; [[ $1 == first ]] && echo >$root/started; echo "$1 ends"; }
            (locked work first) &
            read <$root/started
            locked work second
            wait
            """);

        Assert.Equal("first begins\nfirst ends\nsecond begins\nsecond ends\n", outcome.Output);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void The_compiler_of_a_build_ends_with_it_however_it_ends(int code)
    {
        _folder.Write("programs/host/fxr/here", "");
        _folder.Write("programs/sdk/10.0.401/Roslyn/bincore/VBCSCompiler.dll", "");
        _folder.WriteProgram("programs/dotnet", $"""
            echo "dotnet $*" >>"$(dirname "$0")/calls"
            case $1 in --list-sdks) echo "10.0.401 [/sdk]" ;; --version) echo 10.0.401 ;; build) exit {code} ;; esac
            """);

        var outcome = _folder.Source("ensure_dotnet; code=0; compile build some.sln || code=$?; echo \"ended with $code\"");

        Assert.Equal($"ended with {code}\n", outcome.Output);
        var calls = _folder.DotnetCalls.Split('\n');
        var name = calls.Single(call => call.StartsWith("dotnet build some.sln", StringComparison.Ordinal)).Split("-p:SharedCompilationId=")[1];
        Assert.Contains(calls, call => call.EndsWith($"VBCSCompiler.dll -shutdown -pipename:{name}", StringComparison.Ordinal));
    }
}

namespace Builder.Architecture.Tests.Script;

/// <summary>Whatever <c>./builder</c> and its parts say to people, they say in English and in Simplified Chinese.</summary>
public sealed class ScriptTextTests
{
    private const string Speaking = """
        text() { if [[ $language == zh* ]]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }
        say() { text "$@" >&2; }
        step() {
          local log=$logs/$1.log
          say "$2" "$3"
          "${@:4}" >"$log" 2>&1
        }
        locked() {
          "$@"
        }

        """;

    private static readonly ScriptTexts Product = new(
        Repository.Files("scripts").Append("builder").Append(".ci/run").Where(IsScript).Select(file => (file, Repository.Read(file))));

    [Fact]
    public void Every_text_of_the_scripts_is_complete_in_both_languages() => Assert.True(!Product.Faults().Any(), string.Join('\n', Product.Faults()));

    [Fact]
    public void No_script_speaks_in_one_language_alone() => Assert.True(!Product.BareWords().Any(), string.Join('\n', Product.BareWords()));

    [Fact]
    public void The_search_finds_the_texts_of_every_function_that_speaks()
    {
        var pairs = Product.Pairs().ToList();

        Assert.Contains(pairs, pair => pair is { En: "There is no command \"{command}\". ./builder help lists them all.", Zh: "没有“{command}”这个命令。用 ./builder help 查看全部命令。" });
        Assert.Contains(pairs, pair => pair is { En: "Fetching the browser's packages", Zh: "正在获取网页部分的软件包" });
        Assert.Contains(pairs, pair => pair is { En: "Building the web server", Zh: "正在构建网页服务器" });
        Assert.Contains(pairs, pair => pair.En.StartsWith("Usage: ./builder run", StringComparison.Ordinal));
        Assert.True(pairs.Count > 50, $"{pairs.Count} texts");
    }

    [Theory]
    [InlineData("say 'One' '一'", "One", "一")]
    [InlineData("[[ -n $x ]] || say \"No $x, ${y%.} or $(date +%s | cut -c 1)\" \\\n  \"没有 $x\"", "No {x}, {y} or {$(date +%s | cut -c 1)}", "没有 {x}")]
    [InlineData("step build 'Building' '正在构建' make all", "Building", "正在构建")]
    [InlineData("if true; then locked step build 'Building' '正在构建' make; fi", "Building", "正在构建")]
    [InlineData("build() {\n  step build \"$1\" \"$2\" make\n}\nbuild 'Building' '正在构建'", "Building", "正在构建")]
    [InlineData("x=$(text 'One' '一')", "One", "一")]
    [InlineData("text \"First\n  second\" \"第一\n  第二\"", "First\n  second", "第一\n  第二")]
    [InlineData("say 'One'", "One", "")]
    public void Texts_are_found_however_they_are_passed_on(string script, string en, string zh) =>
        Assert.Equal((en, zh), Texts(script).Pairs().Select(pair => (pair.En, pair.Zh)).Single());

    [Theory]
    [InlineData("say 'One'", "is empty in one language")]
    [InlineData("say 'Not found' 'Not found'", "is not translated")]
    [InlineData("step build 'Building' 'Building it' make", "has no Chinese in the Chinese text")]
    [InlineData("say \"No $x\" \"没有 $y\"", "puts other values in")]
    [InlineData("say 'It is there.' '已经有了'", "ends with another mark in Chinese")]
    [InlineData("say \"$(usage)\" \"$(usage)\"", "has no words of its own")]
    public void An_incomplete_text_is_told_apart(string script, string fault) => Assert.Contains(fault, Assert.Single(Texts(script).Faults()), StringComparison.Ordinal);

    [Theory]
    [InlineData("echo \"The file $x is missing\" >&2")]
    [InlineData("echo Done")]
    [InlineData("[[ -e $x ]] || { printf '%s is no file\\n' \"$x\"; exit 1; }")]
    [InlineData("printf '没有这个文件\\n'")]
    [InlineData("read -r -p 'Go on, or stop? ' answer")]
    [InlineData("cat <<'END'\nUsage of it: run it\nEND")]
    [InlineData("usage() { sed -n '2,8s/^# //p' \"${BASH_SOURCE[0]}\"; }")]
    public void Words_in_one_language_are_found(string script) => Assert.Single(Texts(script).BareWords());

    [Theory]
    [InlineData("echo \"$x\"")]
    [InlineData("echo Builder.cmd")]
    [InlineData("printf '%-32s %6d passed, %d failed (%s s)\\n' a 1 2 3")]
    [InlineData("echo 'these words go elsewhere' >\"$file\"")]
    [InlineData("x=$(echo 'these words are a value')")]
    [InlineData("echo 'these words go on' | sort")]
    [InlineData("# echo 'this is a comment'")]
    [InlineData("grep -E 'error or fatal' \"$log\" | sed 's/^/    /' >&2")]
    public void What_is_for_programs_passes(string script) => Assert.Empty(Texts(script).BareWords());

    private static ScriptTexts Texts(string script) => new([("speaking", Speaking), ("here", script)]);

    private static bool IsScript(string file) =>
        file.EndsWith(".sh", StringComparison.Ordinal) || (Repository.ReadLines(file) is [var first, ..] && first.StartsWith("#!", StringComparison.Ordinal) && first.EndsWith("sh", StringComparison.Ordinal));
}

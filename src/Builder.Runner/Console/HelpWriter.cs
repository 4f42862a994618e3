using System.Text;

namespace Builder.Runner.Console;

/// <summary>Passes help on in the person's language: the library writes its headings in English only.</summary>
internal sealed class HelpWriter(TextWriter console) : TextWriter
{
    private static readonly (string En, string Zh)[] Headings =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Arguments:", "参数："), ("Options:", "选项："), ("Commands:", "命令："),
        ("[options]", "[选项]"), ("[command]", "[命令]"), ("[default: ", "[默认："),
    ];

    /// <inheritdoc/>
    public override Encoding Encoding => console.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => console.Write(value);

    /// <inheritdoc/>
    public override void Write(string? value) => console.Write(
        Headings.Aggregate(value ?? "", (text, heading) => text.Replace(heading.En, ConsoleLocalizer.In(heading.En, heading.Zh), StringComparison.Ordinal)));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void Flush() => console.Flush();
}

using Builder.Graph;

namespace Builder.Web.Evaluate.Plots;

/// <summary>What stands around a plot.</summary>
internal static class PlotTexts
{
    public static Localized AsTable { get; } = new("As a table", "以表格显示");
    public static Localized Mark(string label, string across, string at) => new($"{label}: {across} {at}", $"{label}（{across} {at}）");
}

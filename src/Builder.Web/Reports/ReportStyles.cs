namespace Builder.Web.Reports;

/// <summary>The styles that a report carries: the measures and colours of all pages, those of drawings, and its own.</summary>
internal static class ReportStyles
{
    private static readonly string[] s_names = ["tokens", "measures", "flow", "block", "sheets", "report"];

    /// <summary>All of them, in the order in which they override each other.</summary>
    public static string All { get; } = string.Concat(s_names.Select(Read));

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ReportStyles).Assembly.GetManifestResourceStream($"report/{name}.css")!);
        return reader.ReadToEnd();
    }
}

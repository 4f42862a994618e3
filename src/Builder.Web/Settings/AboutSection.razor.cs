namespace Builder.Web.Settings;

/// <summary>What this is, and what it stands on.</summary>
public sealed partial class AboutSection
{
    private static readonly Lazy<string> Text = new(ReadNotices);

    private static string Notices => Text.Value;

    // The notices travel inside the program: wherever it runs, it can say what it stands on.
    private static string ReadNotices()
    {
        using var stream = typeof(AboutSection).Assembly.GetManifestResourceStream("THIRD-PARTY-NOTICES.md");
        if (stream is null)
        {
            return "";
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

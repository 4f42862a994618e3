namespace Builder.Graph.Tests.Layout;

/// <summary>Files of the repository that are written from what the code says, for the browser's part.</summary>
internal static class GeneratedFiles
{
    /// <summary>Where this is set, what is out of date is written anew instead of being a fault.</summary>
    public const string Variable = "BUILDER_WRITE_GENERATED";

    /// <summary>Holds that a file says what it should.</summary>
    /// <param name="path">Its path in the repository.</param>
    /// <param name="text">What it should say.</param>
    public static void AreUpToDate(string path, string text)
    {
        var file = Path.Combine(Root(), path);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == text, $"{path} is out of date. Run the test again with {Variable}=1.");
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Builder.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}

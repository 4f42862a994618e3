using System.Globalization;
using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Publishing;

namespace Builder.Web.Tests.Publishing;

/// <summary>What the killed server does: it publishes version after version until it is killed, and says on its standard output which are acknowledged.</summary>
internal static class PublishingServer
{
    public const string Folder = "BUILDER_TEST_PUBLISHING";

    /// <summary>The model that it publishes.</summary>
    public const string Model = "flowers";

    /// <summary>Files of a version.</summary>
    public const int Files = 5;

    /// <summary>The data folder; null in the ordinary test program.</summary>
    public static string? Asked => Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } folder ? folder : null;

    /// <summary>Publishes until it is killed.</summary>
    public static int Run(string folder)
    {
        PublishAsync(folder).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task PublishAsync(string folder)
    {
        using var database = BuilderDatabase.Open(new DataFolder(folder));
        using var models = new PublishedModelStore(database, TimeProvider.System);
        // A server whose test is gone must not publish for ever.
        _ = Task.Run(() =>
        {
            Console.In.ReadToEnd();
            Environment.Exit(0);
        });
        while (true)
        {
            var content = $"{Guid.NewGuid():N}";
            var model = await models.PublishAsync(new(Model, "bcdfghjkmnpq", "Flowers", "", "6789bcdfghjk"), async (version, ct) =>
            {
                for (var file = 0; file < Files; file++)
                {
                    await File.WriteAllTextAsync(Path.Combine(version, file.ToString(CultureInfo.InvariantCulture)), content, ct);
                }
            });
            Console.WriteLine(FormattableString.Invariant($"{model.Current} {content}"));
            Console.Out.Flush();
        }
    }
}

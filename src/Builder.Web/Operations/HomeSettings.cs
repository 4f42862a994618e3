using Builder.Storage;
using Builder.Web.Hosting.Configuration;
using Builder.Web.Shell.Security;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace Builder.Web.Operations;

/// <summary>The settings file of a data folder: it stays when the program is updated.</summary>
public static class HomeSettings
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "appsettings.json";

    /// <summary>
    /// Reads <c>appsettings.json</c> of the data folder as well, above the one beside the program and below variables and switches; then checks
    /// all that is set.
    /// </summary>
    /// <exception cref="StartException">Something of it cannot be used; the words name it.</exception>
    public static void AddCheckedSettings(this ConfigurationManager configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var folder = Path.GetFullPath(ServerSettings.Read<PlaceOptions>(configuration).Home ?? DataFolder.DefaultRoot);
        var file = Path.Combine(folder, FileName);
        if (File.Exists(file))
        {
            Add(configuration, folder, file);
        }

        if (ServerSettings.Faults(configuration) is { Count: > 0 } faults)
        {
            throw new StartException(new(
                string.Join(Environment.NewLine, faults.Select(fault => fault.En)), string.Join(Environment.NewLine, faults.Select(fault => fault.Zh))));
        }
    }

    private static void Add(ConfigurationManager configuration, string folder, string file)
    {
        try
        {
            IList<IConfigurationSource> sources = configuration.Sources;
            var beside = sources.OfType<JsonConfigurationSource>().LastOrDefault();
            sources.Insert(beside is null ? 0 : sources.IndexOf(beside) + 1, new JsonConfigurationSource
            {
                FileProvider = new PhysicalFileProvider(folder),
                Path = FileName,
            });
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            var reason = (error.InnerException ?? error).Message;
            throw new StartException(SettingTexts.BrokenFile(file, reason));
        }
    }
}

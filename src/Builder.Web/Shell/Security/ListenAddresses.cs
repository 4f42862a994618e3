using Builder.Graph;

namespace Builder.Web.Shell.Security;

/// <summary>
/// The addresses that the server is told to listen on, wherever it is told so, and whether it may. Nothing leaves this machine unless it is opened
/// to a network by name, and nothing leaves it unencrypted unless that is asked for by name as well.
/// </summary>
public static class ListenAddresses
{
    /// <summary>The switch that allows plain http beyond this machine.</summary>
    public const string Unencrypted = "without-encryption";

    private const char Separator = ';';

    /// <summary>All addresses of a configuration.</summary>
    public static IReadOnlyList<string> Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var ports = Split(configuration["http_ports"]).Select(port => $"http://*:{port}").Concat(Split(configuration["https_ports"]).Select(port => $"https://*:{port}"));
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        // Ports count only where no address is named, as in the host itself.
        var named = Split(configuration["urls"]);
        return [.. named.Length > 0 ? named : ports, .. endpoints];
    }

    /// <summary>Why the server may not start so; null where it may.</summary>
    public static Localized? Refusal(IConfiguration configuration, ServerNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var beyond = Of(configuration).Where(address => !ServerNames.IsLoopback(BindingAddress.Parse(address).Host)).ToList();
        if (beyond.Count > 0 && !names.OpenToNetwork)
        {
            return GateTexts.NotLoopback(beyond[0]);
        }

        var plain = beyond.Find(address => BindingAddress.Parse(address).Scheme != Uri.UriSchemeHttps);
        return plain is not null && !NetworkOptions.From(configuration).WithoutEncryption ? GateTexts.NotEncrypted(plain) : null;
    }

    private static string[] Split(string? list) => (list ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

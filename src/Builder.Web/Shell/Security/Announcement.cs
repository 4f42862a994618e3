using Builder.Graph;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Builder.Web.Shell.Security;

/// <summary>Prints the address that lets a browser in: when the server has started, and again whenever one has been used.</summary>
public sealed class Announcement(AccessTokens tokens, IServer server, IHostApplicationLifetime lifetime, ServerNames names, StartOptions start, IConfiguration configuration) : IHostedService
{
    private static readonly string[] LanguageVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Begin);
        tokens.Renewed += PrintNext;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        tokens.Renewed -= PrintNext;
        return Task.CompletedTask;
    }

    private void Begin()
    {
        var token = tokens.Current;
        Print(GateTexts.OpenHere, token);
        if (start.OpenBrowser && Addresses().FirstOrDefault() is { } address)
        {
            DefaultBrowser.Open(Entrance(address, token));
        }
    }

    private void PrintNext(string token) => Print(GateTexts.NextOne, token);

    private void Print(Localized words, string token)
    {
        foreach (var address in Addresses())
        {
            Console.WriteLine($"{words.In(TerminalLanguage())} {Entrance(address, token)}");
        }

        Console.Out.Flush();
    }

    private ICollection<string> Addresses() => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    private Uri Entrance(string address, string token) => new($"{Reachable(address)}/?token={token}");

    // "http://[::]:5080" is no address that a browser could open, and one behind a proxy is not the browser's.
    private string Reachable(string address)
    {
        if (names.OpenToNetwork && configuration[TrustedProxies.Switch] is { Length: > 0 })
        {
            return $"{Uri.UriSchemeHttps}://{names.Others.First()}";
        }

        var binding = BindingAddress.Parse(address);
        var host = ServerNames.IsLoopback(binding.Host) || !names.OpenToNetwork ? binding.Host : names.Others.First();
        return $"{binding.Scheme}://{host}:{binding.Port}";
    }

    internal static string TerminalLanguage() => LanguageVariables
        .Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? UiState.English;
}

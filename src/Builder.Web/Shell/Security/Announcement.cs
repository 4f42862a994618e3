using Builder.Graph;

namespace Builder.Web.Shell.Security;

/// <summary>Prints the address that lets a browser in: when the server has started, and again whenever one has been used.</summary>
public sealed class Announcement(AccessTokens tokens, ServerAddresses addresses, IHostApplicationLifetime lifetime, StartOptions start) : IHostedService
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
        if (start.OpenBrowser && addresses.All is [var address, ..])
        {
            DefaultBrowser.Open(Entrance(address, token));
        }
    }

    private void PrintNext(string token) => Print(GateTexts.NextOne, token);

    private void Print(Localized words, string token)
    {
        foreach (var address in addresses.All)
        {
            Console.WriteLine($"{words.In(TerminalLanguage())} {Entrance(address, token)}");
        }

        Console.Out.Flush();
    }

    private static Uri Entrance(string address, string token) => new($"{address}/?token={token}");

    internal static string TerminalLanguage() => LanguageVariables
        .Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? UiState.English;
}

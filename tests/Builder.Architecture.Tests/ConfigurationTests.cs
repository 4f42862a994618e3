using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>What the server can be told has one list: no part of it reads the configuration or the environment by itself.</summary>
public sealed partial class ConfigurationTests
{
    // The list itself; the addresses to listen at, which are ASP.NET Core's own; the terminal's language; a command, which is no setting.
    private static readonly string[] Allowed =
    [
        "src/Builder.Web/Hosting/Configuration/Setting.cs",
        "src/Builder.Web/Hosting/Configuration/ServerSettings.cs",
        "src/Builder.Web/Operations/Telemetry/TelemetrySetup.cs",
        "src/Builder.Web/Operations/Backups/RestoreCommand.cs",
        "src/Builder.Web/Shell/Security/ListenAddresses.cs",
        "src/Builder.Web/Shell/Security/ServerCertificate.cs",
        "src/Builder.Web/Shell/Security/Announcement.cs",
    ];

    [Fact]
    public void Only_the_list_of_settings_reads_the_configuration() => Assert.Empty(
        from file in Repository.Files("src/Builder.Web", ".cs").Concat(Repository.Files("src/Builder.Web", ".razor"))
        where !Allowed.Contains(file)
        from line in Repository.ReadLines(file)
        where ReadsRaw().IsMatch(line)
        select $"{file}: {line.Trim()}");

    [Fact]
    public void The_exceptions_are_needed() => Assert.All(Allowed, file => Assert.Matches(ReadsRaw(), Repository.Read(file)));

    [GeneratedRegex(@"[cC]onfiguration\[|[cC]onfiguration\.Get(?:Value|Section)|GetEnvironmentVariable")]
    private static partial Regex ReadsRaw();
}

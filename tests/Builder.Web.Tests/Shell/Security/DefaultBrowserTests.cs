using System.Diagnostics;
using Builder.Web.Tests.Operations;

namespace Builder.Web.Tests.Shell.Security;

/// <summary>
/// A server that is opened with a double click opens the browser at the address that lets it in. Where nobody can open one, it is printed as
/// ever: the tests of the archive for Linux begin so.
/// </summary>
public sealed class DefaultBrowserTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("builder-open-");

    [Fact]
    public async Task With_open_the_browser_gets_the_address_that_is_printed()
    {
        var asked = PathOf("asked");
        using (var pipe = Process.Start("mkfifo", [asked]))
        {
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(PathOf("xdg-open"), $"#!/bin/sh\nprintf '%s' \"$1\" >'{asked}'\n", TestContext.Current.CancellationToken);
        using (var mode = Process.Start("chmod", ["500", PathOf("xdg-open")]))
        {
            await mode.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var settings = new Dictionary<string, string> { ["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}" };
        using var server = new ServerProcess(PathOf("home"), settings: settings, arguments: "--open=true");

        var address = await Task.Run(() => File.ReadAllText(asked)).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Matches(@"^http://127\.0\.0\.1:\d+/\?token=\S+$", address);
        // It is printed first, but comes through a pipe that is read a moment later.
        Assert.True(SpinWait.SpinUntil(() => server.Output.Contains(address, StringComparison.Ordinal), Patience), server.Output);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}

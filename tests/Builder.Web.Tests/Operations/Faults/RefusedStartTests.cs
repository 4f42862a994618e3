using System.Net;
using System.Net.Sockets;
using Builder.Storage;
using Builder.Storage.Database;

namespace Builder.Web.Tests.Operations.Faults;

/// <summary>A server that cannot start says why in words and ends with a code; nobody sees a stack trace.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("builder-start-").FullName;

    public void Dispose() => TemporaryFolders.Delete(_home);

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await RefusedAsync($"Another program already listens at http://127.0.0.1:{port}", new(_home, port));
    }

    [Fact]
    public async Task A_setting_that_cannot_be_read() =>
        await RefusedAsync("The setting BUILDER_THREADS is “many”", new(_home, settings: new Dictionary<string, string> { ["BUILDER_THREADS"] = "many" }));

    [Fact]
    public async Task The_same_in_Chinese() => await RefusedAsync(
        "设置项 BUILDER_THREADS 的值是“many”", new(_home, settings: new Dictionary<string, string> { ["BUILDER_THREADS"] = "many", ["LC_ALL"] = "zh_CN.UTF-8" }));

    [Fact]
    public async Task A_settings_file_that_is_no_JSON()
    {
        File.WriteAllText(Path.Combine(_home, "appsettings.json"), "{ \"Builder\": ");

        await RefusedAsync("cannot be read", new(_home));
    }

    [Fact]
    public async Task A_settings_file_with_a_misspelt_entry()
    {
        File.WriteAllText(Path.Combine(_home, "appsettings.json"), """{ "Builder": { "Runner": { "Treads": 4 } } }""");

        await RefusedAsync("Builder:Runner:Treads", new(_home));
    }

    [Fact]
    public async Task Too_few_files_that_may_be_open() => await RefusedAsync("Only 100 files may be open at once here", new(_home, files: 100));

    [Fact]
    public async Task A_data_folder_that_is_a_file()
    {
        var file = Path.Combine(_home, "file");
        File.WriteAllText(file, "");

        await RefusedAsync("cannot be used", new(file));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    [InlineData(-1)]
    public async Task A_database_that_is_cut_off_or_gone(long length)
    {
        MakeDatabase();
        Directory.CreateDirectory(Path.Combine(_home, "projects", "abc"));
        Change(length);

        await RefusedAsync("is damaged, cut off or lost", new(_home));
    }

    [Fact]
    public async Task A_database_that_is_none()
    {
        File.WriteAllText(Path.Combine(_home, "builder.db"), new string('x', 10_000));

        await RefusedAsync("is damaged, cut off or lost", new(_home));
    }

    private void MakeDatabase()
    {
        using var database = BuilderDatabase.Open(new DataFolder(_home));
    }

    private void Change(long length)
    {
        var file = Path.Combine(_home, "builder.db");
        if (length < 0)
        {
            File.Delete(file);
            return;
        }

        using var stream = File.OpenWrite(file);
        Assert.True(stream.Length > length);
        stream.SetLength(length);
    }

    private static async Task RefusedAsync(string words, ServerProcess started)
    {
        using var server = started;
        var code = await server.EndAsync();

        Assert.Equal(2, code);
        Assert.Contains(words, server.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Errors + server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", server.Errors + server.Output, StringComparison.Ordinal);
    }
}

using System.Net;

namespace Builder.Web.Tests.Operations.Health;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task This_machine_learns_without_a_ticket_how_the_server_is_and_nothing_else(string path)
    {
        await using var server = new HostedServer();
        using var answer = await server.Stranger().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("192.0.2.7", null)]
    [InlineData("127.0.0.1", "192.0.2.7")]
    [InlineData(null, null)]
    public async Task Others_need_a_ticket_also_behind_a_proxy_of_this_machine(string? caller, string? forwarded)
    {
        await using var server = new HostedServer { Caller = caller is null ? null : IPAddress.Parse(caller) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        if (forwarded is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwarded);
        }

        using var answer = await server.Stranger().SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("BUILDER_RUNNER", "/nowhere/runner")]
    [InlineData("BUILDER_LEAST_DISK", "1000000000000000")]
    public async Task Without_a_runner_or_room_on_the_disk_it_lives_but_is_not_ready(string setting, string value)
    {
        await using var server = new HostedServer(new Dictionary<string, string> { [setting] = value });
        using var live = await server.Stranger().GetAsync("/health/live");
        using var ready = await server.Stranger().GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_its_database_it_is_not_ready()
    {
        await using var server = new HostedServer();
        var stranger = server.Stranger();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(server.Home, "builder.db*"))
        {
            File.WriteAllText(file, new string('x', 10_000));
        }

        using var ready = await stranger.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Fact]
    public async Task Nothing_else_opens_to_this_machine_without_a_ticket()
    {
        await using var server = new HostedServer();
        using var answer = await server.Stranger().GetAsync("/health/other");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}

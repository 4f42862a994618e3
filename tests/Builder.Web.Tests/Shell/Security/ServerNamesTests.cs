using Builder.Web.Shell.Security;
using Microsoft.Extensions.Configuration;

namespace Builder.Web.Tests.Shell.Security;

public sealed class ServerNamesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", 0)]
    [InlineData("http://localhost:0;http://[::1]:5080", 0)]
    [InlineData("http://0.0.0.0:5080", 1)]
    [InlineData("http://*:5080", 1)]
    [InlineData("http://127.0.0.1:5080;http://192.168.1.20:5080", 1)]
    [InlineData(null, 0)]
    public void Only_this_computer_is_listened_to_unless_the_switch_says_otherwise(string? urls, int refused)
    {
        Assert.Equal(refused, Names(null).Refused(urls).Count);
        Assert.Empty(Names("builder.lan").Refused(urls));
    }

    [Theory]
    [InlineData("builder.lan", true)]
    [InlineData("BUILDER.lan", true)]
    [InlineData("192.168.1.20", true)]
    [InlineData("localhost", true)]
    [InlineData("elsewhere.example", false)]
    public void On_a_network_only_the_given_names_are_answered(string host, bool known) =>
        Assert.Equal(known, Names("builder.lan, 192.168.1.20").Knows(host));

    private static ServerNames Names(string? others) =>
        ServerNames.From(new ConfigurationBuilder().AddInMemoryCollection([new(ServerNames.Switch, others)]).Build());
}

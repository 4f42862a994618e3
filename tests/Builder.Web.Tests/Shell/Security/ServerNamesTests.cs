using Builder.Web.Shell.Security;
using Microsoft.Extensions.Configuration;

namespace Builder.Web.Tests.Shell.Security;

public sealed class ServerNamesTests
{
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

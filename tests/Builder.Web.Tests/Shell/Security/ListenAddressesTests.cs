using Builder.Web.Shell.Security;
using Microsoft.Extensions.Configuration;

namespace Builder.Web.Tests.Shell.Security;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("urls", "http://127.0.0.1:5080")]
    [InlineData("urls", "http://localhost:0;http://[::1]:5080")]
    [InlineData("urls", null)]
    public void This_computer_alone_may_always_be_listened_to(string setting, string? value) => Assert.Null(Refusal(null, false, (setting, value)));

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://*:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;http://192.168.1.20:5080")]
    [InlineData("urls", "https://0.0.0.0:5080")]
    [InlineData("http_ports", "8080")]
    [InlineData("https_ports", "8443")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://0.0.0.0:5080")]
    public void A_network_is_listened_to_only_where_the_switch_says_so_wherever_the_address_stands(string setting, string value)
    {
        var refusal = Refusal(null, true, (setting, value));

        Assert.Contains("--allow-network", refusal!.En, StringComparison.Ordinal);
        Assert.Contains("--allow-network", refusal.Zh, StringComparison.Ordinal);
        Assert.Null(Refusal("builder.lan", true, (setting, value)));
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080", true)]
    [InlineData("urls", "https://0.0.0.0:5080;http://0.0.0.0:5081", true)]
    [InlineData("http_ports", "8080", true)]
    [InlineData("urls", "https://0.0.0.0:5080", false)]
    [InlineData("urls", "https://0.0.0.0:5080;http://127.0.0.1:5081", false)]
    public void Nothing_leaves_this_computer_unencrypted_unless_that_is_asked_for_by_name(string setting, string value, bool refused)
    {
        var refusal = Refusal("builder.lan", false, (setting, value));

        Assert.Equal(refused, refusal is not null);
        Assert.Null(Refusal("builder.lan", true, (setting, value)));
        Assert.Equal(refused, refusal?.En.Contains("--without-encryption", StringComparison.Ordinal) ?? false);
    }

    private static Builder.Graph.Localized? Refusal(string? names, bool unencrypted, (string Name, string? Value) setting)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new(ServerNames.Switch, names), new(ListenAddresses.Unencrypted, unencrypted ? "true" : null), new(setting.Name, setting.Value)]).Build();
        return ListenAddresses.Refusal(configuration, ServerNames.From(configuration));
    }
}

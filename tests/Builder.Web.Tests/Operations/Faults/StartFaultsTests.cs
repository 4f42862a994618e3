using System.Net.Sockets;
using Builder.Web.Operations.Faults;

namespace Builder.Web.Tests.Operations.Faults;

public sealed class StartFaultsTests
{
    [Theory]
    [InlineData(SocketError.AccessDenied, "may not listen")]
    [InlineData(SocketError.AddressNotAvailable, "does not have the address")]
    [InlineData(SocketError.TooManyOpenSockets, "ran out of files")]
    public void What_the_system_refuses_is_told_in_words(SocketError error, string words) =>
        Assert.Contains(words, StartFaults.WordsOf(new InvalidOperationException("outer", new SocketException((int)error))).En, StringComparison.Ordinal);

    [Fact]
    public void What_nobody_foresaw_is_told_without_its_places() =>
        Assert.Contains("InvalidOperationException: broken", StartFaults.WordsOf(new InvalidOperationException("broken.")).En, StringComparison.Ordinal);

    [Fact]
    public void The_limit_of_open_files_is_the_soft_one() =>
        Assert.Equal(1024, StartFaults.FilesAllowed(["Limit                     Soft Limit           Hard Limit           Units", "Max open files            1024                 4096                 files"]));

    [Fact]
    public void Without_a_limit_there_is_none() =>
        Assert.Null(StartFaults.FilesAllowed(["Max open files            unlimited            unlimited            files"]));
}

using System.Diagnostics;
using Builder.Web.Runners;

namespace Builder.Web.Tests.Runners;

/// <summary>How a runner is known again by the next server, and what its end means, on every system.</summary>
public sealed class RunnerPidFileTests
{
    [Fact]
    public void A_process_is_known_by_its_start_on_every_system()
    {
        using var other = Process.Start("/bin/sh", ["-c", "read -r line"])!;
        try
        {
            Assert.NotNull(ProcessStart.Of(Environment.ProcessId));
            Assert.Equal(ProcessStart.Anywhere(Environment.ProcessId), ProcessStart.Anywhere(Environment.ProcessId));
            Assert.NotEqual(ProcessStart.Anywhere(Environment.ProcessId), ProcessStart.Anywhere(other.Id));
        }
        finally
        {
            other.Kill();
            other.WaitForExit();
        }

        Assert.Null(ProcessStart.Anywhere(other.Id));
        Assert.Null(ProcessStart.Of(other.Id));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(137, 9)]
    [InlineData(139, 11)]
    [InlineData(unchecked((int)0xC0000005), 6)]
    [InlineData(unchecked((int)0xC0000017), 9)]
    public void What_ended_a_runner_is_told_by_signals_and_by_the_statuses_of_Windows(int code, int signal) =>
        Assert.Equal(signal, new RunnerEnd(code, "").Signal);
}

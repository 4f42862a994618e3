using System.Runtime.InteropServices;
using Builder.Web.Runners;

namespace Builder.Web.Tests.Runners;

/// <summary>What can be said of the job object without Windows: its structures lie in memory as winnt.h has them for 64 bits.</summary>
public sealed class RunnerJobTests
{
    [Theory]
    [InlineData(nameof(RunnerJob.BasicLimits.Flags), 16)]
    [InlineData(nameof(RunnerJob.BasicLimits.LeastWorkingSet), 24)]
    [InlineData(nameof(RunnerJob.BasicLimits.ActiveProcesses), 40)]
    [InlineData(nameof(RunnerJob.BasicLimits.Affinity), 48)]
    [InlineData(nameof(RunnerJob.BasicLimits.Scheduling), 60)]
    public void The_basic_limits_lie_as_Windows_reads_them(string field, int offset) =>
        Assert.Equal(offset, Marshal.OffsetOf<RunnerJob.BasicLimits>(field).ToInt32());

    [Fact]
    public void The_extended_limits_lie_as_Windows_reads_them()
    {
        Assert.Equal(64, Marshal.OffsetOf<RunnerJob.ExtendedLimits>(nameof(RunnerJob.ExtendedLimits.Reads)).ToInt32());
        Assert.Equal(112, Marshal.OffsetOf<RunnerJob.ExtendedLimits>(nameof(RunnerJob.ExtendedLimits.ProcessMemory)).ToInt32());
        Assert.Equal(144, Marshal.SizeOf<RunnerJob.ExtendedLimits>());
    }
}

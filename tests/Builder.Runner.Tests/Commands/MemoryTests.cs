using System.Diagnostics;
using System.Globalization;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Commands;

public sealed class MemoryTests : IDisposable
{
    private const double AllowedGrowth = 0.01;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Resident_memory_grows_by_less_than_one_percent_from_epoch_two_to_epoch_twenty()
    {
        PictureProject.Write(_folder.Path, 20, count: 4800);
        using var process = RunnerProcess.Start(
            "train", _folder.Path, "--threads", "1", "--out", _folder["run"], "--json");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var resident = new Dictionary<long, double>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var message = System.Text.Json.JsonElement.Parse(line);
            if (message.GetProperty("event").GetString() == "epoch")
            {
                resident[message.GetProperty("epoch").GetInt64()] = ResidentMegabytes(process);
            }
        }

        process.WaitForExit();
        Assert.True(resident[20] <= resident[2] * (1 + AllowedGrowth), $"{resident[2]:0.0} MB became {resident[20]:0.0} MB.");
    }

    public void Dispose() => _folder.Dispose();

    private static double ResidentMegabytes(Process process)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}

using Builder.Runner.Tests.Fixtures;

namespace Builder.Runner.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ExportCommandTests(TrainedTable trained) => trained.CopyTo(_folder);

    [Fact]
    public void A_bundle_becomes_a_file_and_the_lines_that_ask_it_something_name_its_columns()
    {
        var result = RunnerProcess.Run("export", _folder["run/bundle"], "--onnx", _folder["kinds.onnx"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("onnxruntime.InferenceSession(\"kinds.onnx\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("    \"a\": np.full(1, 0.", result.Output, StringComparison.Ordinal);
        Assert.Contains("    \"b\": np.full(1, ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"kind\":", result.Output, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(_folder["kinds.onnx"]).Length, 500, 100_000);
    }

    [Fact]
    public void What_stands_in_the_way_is_told_and_nothing_is_written()
    {
        var nothingAsked = RunnerProcess.Run("export", _folder["run/bundle"]);
        var noBundle = RunnerProcess.Run("export", _folder["run"], "--onnx", _folder["out.onnx"]);
        var intoFolder = RunnerProcess.RunInChinese("export", _folder["run/bundle"], "--onnx", _folder["run"]);

        Assert.Equal((1, 1, 1), (nothingAsked.ExitCode, noBundle.ExitCode, intoFolder.ExitCode));
        Assert.Contains("--onnx", nothingAsked.Error, StringComparison.Ordinal);
        Assert.Contains(_folder["run"], noBundle.Error, StringComparison.Ordinal);
        Assert.Contains("是文件夹。请用 --onnx 指定", intoFolder.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.onnx"]));
    }

    public void Dispose() => _folder.Dispose();
}

using System.Buffers.Binary;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.BadInput;

public sealed class BadCheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BadCheckpointTests()
    {
        TableProject.Write(_folder.Path);
        RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--json", "--threads", "1").Finished();
    }

    [Fact]
    public void A_checkpoint_with_any_byte_changed_is_refused_by_resume()
    {
        var file = _folder["run/checkpoint.safetensors"];
        var whole = File.ReadAllBytes(file);
        Directory.Delete(_folder["run/bundle"], recursive: true);
        foreach (var place in Places(whole.Length))
        {
            Spoil(file, whole, place);
            var (code, words) = Refusal.OfTraining(_folder.Path, _folder["run"], "--resume", _folder["run"], "--epochs", "4");
            Assert.True(words.Contains("checkpoint.safetensors", StringComparison.Ordinal) || code == "OtherRun", $"byte {place}: {code} {words}");
        }
    }

    [Fact]
    public void Weights_with_any_byte_changed_are_refused_by_predict()
    {
        var file = _folder["run/bundle/weights.safetensors"];
        var whole = File.ReadAllBytes(file);
        foreach (var place in Places(whole.Length))
        {
            Spoil(file, whole, place);
            Assert.Contains("weights.safetensors", Predict(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("checkpoint.safetensors")]
    [InlineData("bundle/weights.safetensors")]
    public void A_file_cut_short_or_with_an_impossible_header_length_is_refused(string name)
    {
        var file = _folder["run/" + name];
        var whole = File.ReadAllBytes(file);
        var impossible = (byte[])whole.Clone();
        BinaryPrimitives.WriteUInt64LittleEndian(impossible, 1UL << 63);
        foreach (var bad in new[] { impossible, whole[..(whole.Length / 2)], whole[..^1], whole[..5], [] })
        {
            File.WriteAllBytes(file, bad);
            Assert.Contains(Path.GetFileName(name), name.StartsWith("bundle", StringComparison.Ordinal) ? Predict() : Resume(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("bundle.json")]
    [InlineData("project.json")]
    [InlineData("transforms.json")]
    public void A_bundle_with_a_damaged_or_missing_part_is_refused(string part)
    {
        File.WriteAllText(_folder["run/bundle/" + part], "{ \"format\": ");
        Assert.Contains(part, Predict(), StringComparison.Ordinal);
        File.Delete(_folder["run/bundle/" + part]);
        Assert.Contains(part, Predict(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_of_another_document_is_refused()
    {
        TableProject.Write(_folder.Path, TableProject.Classifier.Json.Replace("\"out_features\":8", "\"out_features\":9", StringComparison.Ordinal));
        var words = Resume();
        Assert.Contains("another document", words, StringComparison.Ordinal);
        Assert.Contains("If it was begun with --seed or --set, give the same again.", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seed", "7")]
    [InlineData("--set", "optimizer.lr=0.5")]
    public void A_run_that_is_resumed_with_another_seed_or_setting_is_refused_and_the_option_is_named(string option, string value)
    {
        Directory.Delete(_folder["run/bundle"], recursive: true);
        var (code, words) = Refusal.OfTraining(_folder.Path, _folder["run"], "--resume", _folder["run"], option, value, "--epochs", "4");

        Assert.Equal("OtherRun", code);
        Assert.Contains($"without {option},", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resumed_run_cannot_have_another_folder()
    {
        var words = Refusal.Of("train", _folder.Path, "--resume", _folder["run"], "--out", _folder["elsewhere"], "--epochs", "4");

        Assert.Contains("--out and --resume", words, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["elsewhere"]));
    }

    [Fact]
    public void A_run_whose_best_weights_are_gone_is_not_resumed_to_save_others_as_the_best()
    {
        var before = File.ReadAllBytes(_folder["run/bundle/weights.safetensors"]);
        File.Delete(_folder["run/best.safetensors"]);

        var words = Resume();

        Assert.Contains("best.safetensors", words, StringComparison.Ordinal);
        Assert.Contains("start a new run", words, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder["run/bundle/weights.safetensors"]));
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<int> Places(int length) => [0, 9, length / 2, length - 1];

    private static void Spoil(string file, byte[] whole, int place)
    {
        var spoiled = (byte[])whole.Clone();
        spoiled[place] ^= 0x10;
        File.WriteAllBytes(file, spoiled);
    }

    private string Predict() => Refusal.Of("predict", _folder["run/bundle"], "--input", _folder["data.csv"]);

    private string Resume() => Refusal.Of("train", _folder.Path, "--resume", _folder["run"], "--epochs", "4");
}

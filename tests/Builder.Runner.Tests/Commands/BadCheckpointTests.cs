using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Fixtures;

namespace Builder.Runner.Tests.Commands;

public sealed class BadCheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BadCheckpointTests(TrainedTable trained) => trained.CopyTo(_folder);

    // Every byte and every length is tried in SafetensorsDamageTests; here the commands must tell it in words.
    [Theory]
    [InlineData("a byte changed")]
    [InlineData("cut short")]
    public void A_damaged_checkpoint_is_refused_by_resume(string damage)
    {
        Directory.Delete(_folder["run/bundle"], recursive: true);
        Damage(_folder["run/checkpoint.safetensors"], damage);

        var (_, words) = Refusal.OfTraining(_folder.Path, _folder["run"], "--resume", _folder["run"], "--epochs", "4");
        Assert.Contains("checkpoint.safetensors", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a byte changed")]
    [InlineData("cut short")]
    [InlineData("empty")]
    public void Damaged_weights_are_refused_by_predict(string damage)
    {
        Damage(_folder["run/bundle/weights.safetensors"], damage);
        Assert.Contains("weights.safetensors", Predict(), StringComparison.Ordinal);
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

    private static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 0x10;
        File.WriteAllBytes(file, damage switch { "empty" => [], "cut short" => bytes[..(bytes.Length / 2)], _ => bytes });
    }

    private string Predict() => Refusal.Of("predict", _folder["run/bundle"], "--input", _folder["data.csv"]);

    private string Resume() => Refusal.Of("train", _folder.Path, "--resume", _folder["run"], "--epochs", "4");
}

using System.IO.Compression;
using Builder.Datasets;
using Builder.Tests.Damaged;
using Builder.Training.Formats;
using Builder.Training.Inference;
using Builder.Training.Tests.Formats;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Bundles;

/// <summary>Models out of bundles of which one file is damaged: they are loaded or refused in words.</summary>
public sealed class DamagedBundleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DamagedBundleTests() => ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Bundles", "drying-model.zip"), _folder["bundle"]);

    [Theory]
    [InlineData("bundle.json")]
    [InlineData("project.json")]
    [InlineData("transforms.json")]
    [InlineData("weights.safetensors")]
    public void A_model_with_a_damaged_part_is_loaded_or_refused_in_words(string part)
    {
        ModelRunner.Load(_folder["bundle"], CPU).Dispose();
        Damage.Try(part, File.ReadAllBytes(Path.Combine(_folder["bundle"], part)), bytes =>
        {
            File.WriteAllBytes(Path.Combine(_folder["bundle"], part), bytes);
            try
            {
                ModelRunner.Load(_folder["bundle"], CPU).Dispose();
            }
            catch (Exception refused) when (refused is TrainingException or DataException or CheckpointException)
            {
                Assert.NotEmpty(((Builder.Graph.Messages.BuilderException)refused).Words.Zh);
            }
        });
    }

    public void Dispose() => _folder.Dispose();
}

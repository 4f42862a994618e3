using Builder.Tests.Damaged;
using Builder.Training.Formats;

namespace Builder.Training.Tests.Formats;

/// <summary>Weights that are damaged in any way, from here and from elsewhere; <see cref="SafetensorsDamageTests"/> names what is wrong with each.</summary>
public sealed class DamagedWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(SafetensorsChecksums.Required)]
    [InlineData(SafetensorsChecksums.WherePresent)]
    public void Damaged_weights_are_read_or_refused_in_words(SafetensorsChecksums checksums) =>
        Damage.Try($"weights {checksums}", File.ReadAllBytes(checksums == SafetensorsChecksums.Required ? SafetensorsSample.WrittenFile : SafetensorsSample.OracleFile), bytes =>
        {
            File.WriteAllBytes(_folder["damaged"], bytes);
            try
            {
                SafetensorsFile.Read(_folder["damaged"], checksums);
            }
            catch (CheckpointException refused)
            {
                Assert.NotEmpty(refused.Words.Zh);
            }
        });

    public void Dispose() => _folder.Dispose();
}

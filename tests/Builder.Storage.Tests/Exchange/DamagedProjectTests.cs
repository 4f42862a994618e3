using Builder.Storage.Exchange;
using Builder.Tests.Damaged;

namespace Builder.Storage.Tests.Exchange;

/// <summary>Projects as files, with runs, that are damaged: they come in or are refused in words, and nothing is left behind of those that are refused.</summary>
public sealed class DamagedProjectTests : IDisposable
{
    private readonly StorageFixture _storage = new();

    /// <summary>A project, and a model by itself, that an earlier version made, as tests/golden/earlier keeps them.</summary>
    [Theory]
    [InlineData("iris.builder.zip")]
    [InlineData("drying-model.zip")]
    public void A_damaged_project_or_model_comes_in_or_is_refused_in_words(string whole)
    {
        var import = new ProjectImport(_storage.Projects, _storage.Clock);
        var file = Path.Combine(_storage.Folder.Uploads, "damaged.zip");
        var known = 0;
        Damage.Try(whole, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Exchange", whole)), bytes =>
        {
            File.WriteAllBytes(file, bytes);
            try
            {
                import.ReadAsync(file).GetAwaiter().GetResult();
                known++;
            }
            catch (StorageException refused)
            {
                Assert.NotEmpty(refused.Words.Zh);
            }

            Assert.Equal(known, Directory.GetDirectories(_storage.Folder.Projects).Length);
        });
    }

    public void Dispose() => _storage.Dispose();
}

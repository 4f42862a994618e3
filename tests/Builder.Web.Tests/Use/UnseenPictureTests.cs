using System.IO.Compression;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals;
using Builder.Web.Pictures;
using Builder.Web.Use.Answers;
using Builder.Web.Use.Models;

namespace Builder.Web.Tests.Use;

/// <summary>A model of arrows is shown noise and a shoe, see R35 in tests/golden/intake: beside the answer stands that they are no such pictures.</summary>
[Collection(TrainedModelsCollection.Name)]
public sealed class UnseenPictureTests(TrainedModels trained)
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "golden", "intake");

    [Theory]
    [InlineData("R35-unseen/noise.png", true)]
    [InlineData("R35-unseen/shoe.png", true)]
    [InlineData("R27-exif/up-o1.jpg", false)]
    [InlineData("R27-exif/up-o6.jpg", false)]
    public async Task A_picture_of_something_else_raises_a_doubt(string file, bool isDoubted)
    {
        var model = await ArrowsAsync();
        var given = await trained.Get<PictureClient>().LookAsync([Path.Combine(s_folder, file)]);
        var doubt = AnswerDoubts.OfPicture(model.Picture!.Seen, given!.Seen);

        Assert.True(isDoubted == doubt is not null, $"{file}: {doubt?.En} known {model.Picture.Seen}, given {given.Seen}");
    }

    /// <summary>Whoever shows pictures of the kind that the model has learned from is not bothered.</summary>
    [Fact]
    public async Task Its_own_pictures_raise_none()
    {
        var model = await ArrowsAsync();
        var folder = Directory.CreateTempSubdirectory("builder-arrows-").FullName;
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(s_folder, "R27-exif", "arrows-mixed.zip"), folder, TestContext.Current.CancellationToken);
        var doubted = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            doubted += AnswerDoubts.OfPicture(model.Picture!.Seen, (await trained.Get<PictureClient>().LookAsync([file]))!.Seen) is null ? 0 : 1;
        }

        TemporaryFolders.Delete(folder);
        Assert.InRange(doubted, 0, 3);
    }

    private Task<UseModel> ArrowsAsync() => trained.OnceAsync("arrows", async () =>
    {
        const string Arrows = "arrows-mixed.zip";
        var source = Path.Combine(s_folder, "R27-exif");
        var inspection = await Task.Run(() => SourceInspection.Of(new PicturesSource { Path = Arrows }, source));
        var document = Proposer.Propose(inspection, DataPlan.Guess(inspection, "data"), source, ProjectDocument.Create("Test"), null).Document;
        return await trained.TrainAsync(document, null, folder =>
        {
            File.Copy(Path.Combine(source, Arrows), Path.Combine(folder, Arrows));
            return Task.CompletedTask;
        }, epochs: 1);
    });
}

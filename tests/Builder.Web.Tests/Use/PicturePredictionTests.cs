using System.IO.Compression;
using System.Text;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Builder.Web.Use.Tables;

namespace Builder.Web.Tests.Use;

[Collection(TrainedModelsCollection.Name)]
public sealed class PicturePredictionTests(TrainedModels trained)
{
    [Fact]
    public async Task Every_picture_of_a_zip_file_gets_its_prediction_and_one_that_cannot_be_read_costs_no_other()
    {
        var good = await File.ReadAllBytesAsync(UseModel.PicturesOf(trained.Digits.Run)[0], TestContext.Current.CancellationToken);
        var result = await PredictAsync(Zip(("b/2 torn.png", good[..60]), ("a/1.png", good), ("b/3.png", good), ("note.txt", "x"u8.ToArray()), ("c/4.jpg", "<html></html>"u8.ToArray())));
        var lines = await File.ReadAllLinesAsync(result.File.Path, TestContext.Current.CancellationToken);

        Assert.Equal("pictures-predicted.csv", result.File.Name);
        Assert.StartsWith("file,predicted ", lines[0], StringComparison.Ordinal);
        Assert.Equal(["a/1.png", "b/2 torn.png", "b/3.png", "c/4.jpg"], lines[1..].Select(l => l.Split(',')[0]));
        Assert.Equal([true, false, true, false], lines[1..].Select(l => l.Split(',')[1].Length > 0));
        Assert.Equal(lines[1][7..], lines[3][7..]);
        Assert.Equal((4, 2), (result.Rows, result.Predicted));
        Assert.Equal([2, 4], result.Remarks.Select(r => r.Row));
        Assert.Contains("2 torn.png", result.Remarks[0].Words.En, StringComparison.Ordinal);
        Assert.Contains("it holds text", result.Remarks[1].Words.En, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(trained.Get<UseFiles>().Folder, "*", SearchOption.AllDirectories), f => f.EndsWith("torn.png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_picture_can_be_read_each_is_told()
    {
        var result = await PredictAsync(Zip(("1.png", []), ("2.png", "text"u8.ToArray())));

        Assert.Equal((2, 0, 2), (result.Rows, result.Predicted, result.Remarks.Count));
    }

    [Fact]
    public async Task What_is_no_zip_file_of_pictures_is_refused_by_the_name_that_the_person_gave_it()
    {
        var notZip = await Assert.ThrowsAsync<ModelException>(() => PredictAsync("file,label"u8.ToArray()));
        var noPictures = await Assert.ThrowsAsync<ModelException>(() => PredictAsync(Zip(("readme.txt", "x"u8.ToArray()))));
        var broken = await Assert.ThrowsAsync<Builder.Datasets.DataException>(() => PredictAsync(Encoding.Latin1.GetBytes("PK\u0003\u0004 and more")));

        Assert.All([notZip.Words, noPictures.Words, broken.Words], words => Assert.Contains("pictures.zip", words.En, StringComparison.Ordinal));
        Assert.All([notZip.Words, noPictures.Words, broken.Words], words => Assert.Contains("pictures.zip", words.Zh, StringComparison.Ordinal));
    }

    [Fact]
    public void Models_that_read_more_than_a_picture_are_asked_otherwise()
    {
        Assert.True(PicturePrediction.IsFor(trained.Digits.Description));
        Assert.False(PicturePrediction.IsFor(trained.Iris.Description));
    }

    private Task<TableResult> PredictAsync(byte[] content)
    {
        var file = trained.Get<UseFiles>().Keep(trained.Digits.ProjectId, "pictures.zip", content);
        return trained.Get<PicturePrediction>().PredictAsync(trained.Digits, file, progress: null, TestContext.Current.CancellationToken);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}

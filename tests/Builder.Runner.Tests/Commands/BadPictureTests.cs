using System.Buffers.Binary;
using System.IO.Compression;
using Builder.Protocol;
using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Serving;

namespace Builder.Runner.Tests.Commands;

public sealed class BadPictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("../outside.png", "outside.png")]
    [InlineData("/absolute.png", "absolute.png")]
    [InlineData("cat/torn.png", "torn.png")]
    [InlineData("cat/vast.png", "vast.png")]
    [InlineData("cat/bomb.png", "pictures.zip")]
    public void An_archive_with_something_wrong_inside_is_refused_in_words_that_name_the_place(string entry, string place)
    {
        using (var file = File.Create(_folder["pictures.zip"]))
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var good in new[] { "cat/1.png", "cat/2.png", "dog/1.png", "dog/2.png" })
            {
                Add(zip, good, Png(4, 4));
            }

            Add(zip, entry, entry switch
            {
                "cat/torn.png" => Png(4, 4)[..40],
                "cat/vast.png" => Png(50_000, 50_000),
                "cat/bomb.png" => new byte[64 << 20],
                _ => Png(4, 4),
            });
        }

        WriteProject();
        var (code, words) = Refusal.OfTraining(_folder.Path, _folder["run"]);
        Assert.True(words.Contains(place, StringComparison.Ordinal), $"{code}: {words}");
        Assert.False(File.Exists(_folder["outside.png"]) || File.Exists("/absolute.png"));
    }

    [Fact]
    public void A_symbolic_link_out_of_a_folder_of_pictures_is_not_followed()
    {
        foreach (var kind in new[] { "cat", "dog" })
        {
            Directory.CreateDirectory(_folder["pictures.zip/" + kind]);
            File.WriteAllBytes(_folder[$"pictures.zip/{kind}/1.png"], Png(4, 4));
            File.WriteAllBytes(_folder[$"pictures.zip/{kind}/2.png"], Png(4, 4));
        }

        File.CreateSymbolicLink(_folder["pictures.zip/cat/link.png"], "/etc/hostname");
        WriteProject();
        Assert.Contains("link.png", Refusal.OfTraining(_folder.Path, _folder["run"]).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_picture_that_cannot_be_read_costs_its_own_prediction_and_is_told_by_name_with_its_reason(bool isZip)
    {
        TrainOnGoodPictures();
        var folder = Directory.CreateDirectory(_folder["new"]).FullName;
        File.WriteAllBytes(Path.Combine(folder, "1.png"), Png(4, 4));
        File.WriteAllBytes(Path.Combine(folder, "2 torn.png"), Png(4, 4)[..40]);
        File.WriteAllBytes(Path.Combine(folder, "3 empty.png"), []);
        File.WriteAllText(Path.Combine(folder, "4 page.png"), "<html><body>404 Not Found</body></html>");
        File.WriteAllBytes(Path.Combine(folder, "5.png"), Png(4, 4));
        if (isZip)
        {
            ZipFile.CreateFromDirectory(folder, _folder["new.zip"]);
        }

        var result = RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder[isZip ? "new.zip" : "new"], "--output", _folder["out.csv"]);

        Assert.True(result.ExitCode == 0, result.Error);
        var lines = File.ReadAllLines(_folder["out.csv"]).Select(line => line.Split(',')).ToArray();
        Assert.Equal(["file", "1.png", "2 torn.png", "3 empty.png", "4 page.png", "5.png"], lines.Select(l => l[^1]));
        Assert.All([lines[2], lines[3], lines[4]], line => Assert.All(line[..^1], cell => Assert.Equal("", cell)));
        Assert.All([lines[1], lines[5]], line => Assert.All(line[..^1], cell => Assert.NotEqual("", cell)));
        var told = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.EndsWith("It has no prediction.", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, told.Length);
        Assert.Contains("2 torn.png", told[0], StringComparison.Ordinal);
        Assert.Contains("damaged or cut short", told[0], StringComparison.Ordinal);
        Assert.Contains("is an empty file", told[1], StringComparison.Ordinal);
        Assert.Contains("it holds text", told[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_picture_can_be_read_the_command_fails_in_words()
    {
        TrainOnGoodPictures();
        Directory.CreateDirectory(_folder["new"]);
        File.WriteAllBytes(_folder["new/1.png"], Png(4, 4)[..40]);
        File.WriteAllBytes(_folder["new/2.png"], []);

        var result = RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new"]);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("1.png", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_is_asked_for_many_pictures_refuses_those_that_cannot_be_read()
    {
        TrainOnGoodPictures();
        File.WriteAllBytes(_folder["good.png"], Png(4, 4));
        File.WriteAllBytes(_folder["torn.png"], Png(4, 4)[..40]);
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Load(_folder["run/bundle"], "cpu", 1));
        runner.Until<RunEvent.Loaded>();
        runner.Send(new RunnerCommand.Predict("a", Files: [_folder["torn.png"], _folder["good.png"], _folder["gone.png"], _folder["good.png"]]));
        var rows = runner.Until<RunEvent.Prediction>().Rows!;

        Assert.Equal([0, 1, 0, 1], rows.Select(r => r.Outputs.Count));
        Assert.Equal("picture-corrupt", rows[0].Refused!.Kind);
        Assert.Contains("“gone.png” does not exist any more", rows[2].Refused!.Words.En, StringComparison.Ordinal);
        Assert.Null(rows[1].Refused);

        runner.Send(new RunnerCommand.Predict("b", Files: [_folder["torn.png"]]));
        Assert.Equal("picture-corrupt", runner.Until<RunEvent.PredictionFailed>().Code);
    }

    public void Dispose() => _folder.Dispose();

    private void TrainOnGoodPictures()
    {
        using (var file = File.Create(_folder["pictures.zip"]))
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var good in new[] { "cat/1.png", "cat/2.png", "dog/1.png", "dog/2.png" })
            {
                Add(zip, good, Png(4, 4));
            }
        }

        WriteProject();
        RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--epochs", "1", "--threads", "1", "--json").Finished();
    }

    private void WriteProject() => File.WriteAllText(_folder["project.json"], new ProjectFile("""
        {
          "id": "pictures",
          "source": { "kind": "pictures", "path": "pictures.zip" },
          "columns": [
            { "name": "picture", "type": "picture", "transforms": [{ "kind": "resize", "height": 4, "width": 4, "channels": 1 }] },
            { "name": "class", "type": "category", "transforms": [{ "kind": "ordinal" }] }
          ],
          "split": { "kind": "random", "validation": 0, "test": 0 }
        }
        """).Block("picture", "PictureInput", """{ "column": "picture" }""").Block("flat", "Flatten").Block("out", "Linear", """{ "out_features": 2 }""")
        .Chain("picture", "flat", "out").Classifies("out", "class").Json);

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(content);
    }

    /// <summary>A grey PNG; one that claims to be huge has the header alone right.</summary>
    private static byte[] Png(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(new byte[Math.Min(height, 16) * (Math.Min(width, 16) + 1)]);
        }

        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Checksum(body));
        return chunk;
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
            }
        }

        return ~sum;
    }
}

using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Builder.Web.Tests.Data;

/// <summary>Whatever is wrong with a file: words, and nothing stored.</summary>
public sealed class BadUploadTests : IAsyncLifetime
{
    private DataServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await DataServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public static TheoryData<string> Kinds => [.. Files.Keys];

    private static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static Dictionary<string, (string Name, Func<byte[]> Content)> Files { get; } = new()
    {
        ["empty"] = ("a.csv", () => []),
        ["only a header"] = ("a.csv", () => Text("a,b,c\n")),
        ["ragged"] = ("a.csv", () => Text("a,b\n1,2\n3,4,5\n6,7\n")),
        ["binary"] = ("a.csv", () => [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 256))]),
        ["unclosed quote"] = ("a.csv", () => Text("a,b\n1,\"2\n3,4\n5,6,7\n")),
        ["a hundred thousand columns"] = ("a.csv", () => Text(string.Join(',', Enumerable.Range(0, 100_000)) + "\n" + string.Join(',', Enumerable.Range(0, 100_000)) + "\n")),
        ["a renamed program of Windows"] = ("photos.csv", () => [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[200]]),
        ["a renamed program of Linux"] = ("data.zip", () => [0x7F, .. "ELF"u8, 2, 1, 1, 0, .. new byte[200]]),
        ["a script"] = ("rows.txt", () => Text("#!/bin/sh\necho hello\n")),
        ["a zip bomb"] = ("pictures.zip", ZipBomb),
        ["a gzip bomb"] = ("rows.csv.gz", GzipBomb),
        ["a zip that leads out"] = ("pictures.zip", () => Zip(("../../out/a.png", Png))),
        ["a zip with an absolute path"] = ("pictures.zip", () => Zip(("/etc/a.png", Png))),
        ["a zip with a broken picture"] = ("pictures.zip", () => Zip(("cats/a.png", [0x89, 0x50, 1, 2, 3]), ("dogs/b.png", [1, 2, 3]))),
        ["an enormous picture"] = ("pictures.zip", () => Zip(("cats/a.png", EnormousPng()))),
        ["a zip of programs"] = ("pictures.zip", () => Zip(("a.exe", [1, 2, 3]))),
        ["a cut zip"] = ("pictures.zip", () => Zip(("cats/a.png", Png))[..40]),
        ["a single picture"] = ("cat.png", () => Png),
        ["a spreadsheet"] = ("rows.xlsx", () => Zip(("[Content_Types].xml", [1]), ("xl/workbook.xml", [1]))),
        ["a PDF"] = ("rows.csv", () => Text("%PDF-1.7\n")),
        ["labels alone"] = ("labels-idx1-ubyte", () => [0, 0, 8, 1, 0, 0, 0, 2, 0, 1]),
        ["a cut IDX file"] = ("images-idx3-ubyte", () => [0, 0, 8, 3, 0, 0, 0, 200, 0, 0, 0, 28, 0, 0, 0, 28, 1, 2, 3]),
        ["an empty text"] = ("a.txt", () => Text("   \n \n")),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_bad_file_is_refused_in_words_and_nothing_is_stored(string kind)
    {
        var (name, content) = Files[kind];

        using var answer = await _server.UploadAsync(name, content());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var message = json.RootElement.GetProperty("detail").GetString()!;
        Assert.True(message.Length > 30 && message.EndsWith('.'), message);
        Assert.DoesNotContain("Exception", message, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Home, message, StringComparison.Ordinal);
        Assert.Empty(_server.Stored());
        var session = await _server.Sessions.OpenAsync(_server.ProjectId, TestContext.Current.CancellationToken);
        Assert.Equal(0, session.Revision);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("numbers that are none")]
    [InlineData("one class")]
    public async Task A_file_that_can_be_read_with_care_is_taken(string kind)
    {
        var content = kind switch
        {
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a,b\n1,x\n2,y\n3,x\n")],
            "one class" => Text("a,b\n1,x\n2,x\n3,x\n"),
            _ => Text("a,b\n1e999,x\nNaN,y\nabc,x\n"),
        };

        using var answer = await _server.UploadAsync("a.csv", content);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData("rows.jsonl", "TableSource", null)]
    [InlineData("two.zip", "TableSource", "b.csv")]
    [InlineData("commas.txt", "TableSource", null)]
    [InlineData("prose.txt", "TextSource", null)]
    public async Task Whatever_holds_a_table_is_taken_as_one(string name, string kind, string? sheet)
    {
        var rows = string.Concat(Enumerable.Range(0, 30).Select(i => $"{i},{i % 3},{(i % 2 == 0 ? "yes" : "no")}\n"));
        var content = name switch
        {
            "rows.jsonl" => Text(string.Concat(Enumerable.Range(0, 30).Select(i => $"{{\"a\":{i},\"b\":{i % 3},\"y\":\"{(i % 2 == 0 ? "yes" : "no")}\"}}\n"))),
            "two.zip" => Zip(("a.csv", Text("a,b,y\n" + rows[..60] + "\n")), ("b.csv", Text("a,b,y\n" + rows))),
            "commas.txt" => Text("a,b,y\n" + rows),
            _ => Text(string.Concat(Enumerable.Repeat("Once upon a time, in a land far away, there was a king.\nHe had three daughters.\n\n", 20))),
        };

        using var answer = await _server.UploadAsync(name, content);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var session = await _server.Sessions.OpenAsync(_server.ProjectId, TestContext.Current.CancellationToken);
        var source = Assert.Single(session.Document.Data.Values).Source;
        Assert.Equal((kind, sheet), (source.GetType().Name, (source as Builder.Graph.Data.TableSource)?.Sheet));
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    private static byte[] ZipBomb() => Zip(("cats/a.png", new byte[30_000_000]));

    private static byte[] GzipBomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(Enumerable.Repeat((byte)'1', 30_000_000).ToArray());
        }

        return packed.ToArray();
    }

    /// <summary>A header that promises 50,000 × 50,000 pixels.</summary>
    private static byte[] EnormousPng()
    {
        var png = Png.ToArray();
        byte[] side = [0, 0, 0xC3, 0x50];
        side.CopyTo(png, 16);
        side.CopyTo(png, 20);
        return png;
    }
}

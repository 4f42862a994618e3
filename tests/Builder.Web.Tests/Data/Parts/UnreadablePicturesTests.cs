using System.Globalization;
using System.IO.Compression;
using Bunit;
using Builder.Datasets.Pictures;
using Builder.Graph.Messages;
using Builder.Web.Data.Upload;
using Builder.Web.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Data.Parts;

public sealed class UnreadablePicturesTests : DataPageContext
{
    private static readonly Message Cut = new("picture-corrupt", [KeyValuePair.Create("file", (MessageArgument)"x")]);
    private static readonly Message Empty = new("picture-empty", [KeyValuePair.Create("file", (MessageArgument)"x")]);

    [Theory]
    [InlineData(1, "Leave it out")]
    [InlineData(5_000, "Leave all 5,000 out")]
    public async Task They_are_listed_and_left_out_with_one_click_that_can_be_undone(int count, string button)
    {
        var all = count + 20;
        await UploadAsync(all);
        var page = Open();
        page.WaitForElement(".pictures", Patience);
        Assert.Empty(page.FindAll("[data-testid=unreadable]"));

        await FindAsync(all, count);
        page.WaitForElement("[data-testid=unreadable]", Patience);
        Assert.Contains(count.ToString("N0", CultureInfo.InvariantCulture), page.Find("[data-testid=unreadable] .badge").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("#propose").HasAttribute("disabled"));

        page.FindAll("[data-warning=unreadable-pictures] button").Single(b => b.TextContent == button).Click();
        page.WaitForElement("[data-warning=unreadable-left-out]", Patience);
        page.WaitForAssertion(() => Assert.Contains("20 pictures", page.Find(".page-head").TextContent, StringComparison.Ordinal), Patience);
        Assert.False(page.Find("#propose").HasAttribute("disabled"));
        Assert.Equal(count, (await Sessions.OpenAsync(Project)).Document.Data["set"].Changes!.LeftOut.Count);

        await (await Sessions.OpenAsync(Project)).UndoAsync("undo", "tester", Xunit.TestContext.Current.CancellationToken);
        page.WaitForElement("[data-warning=unreadable-pictures]", Patience);
    }

    [Fact]
    public async Task Those_of_one_reason_can_be_seen_alone()
    {
        await UploadAsync(8);
        var page = Open();
        page.WaitForElement(".pictures", Patience);
        await FindAsync(8, 3);
        page.WaitForElement("[data-testid=unreadable]", Patience);

        Assert.Equal(["damaged or cut short · 2", "empty file · 1"], page.FindAll(".reasons button").Select(b => b.TextContent));
        page.FindAll(".reasons button")[1].Click();
        Assert.Equal("true", page.FindAll(".reasons button")[1].GetAttribute("aria-pressed"));
    }

    private async Task FindAsync(int all, int count)
    {
        var session = await Sessions.OpenAsync(Project);
        var source = session.Document.Data["set"].Source;
        var fingerprint = (await Services.GetRequiredService<Web.Data.DataInspections>().OfAsync(session.Folder, source, null)).Table.Fingerprint;
        var findings = new PictureFindings(all, all, [.. Enumerable.Range(0, count).Select(i => new UnreadablePicture(Name(i), "cat", i == 0 ? Empty : Cut))]);
        Services.GetRequiredService<PictureChecks>().Add(session.Folder, fingerprint, findings, isToBeKept: true);
        Services.GetRequiredService<PictureChecks>().Tell(session.Folder, fingerprint, findings);
    }

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "cat" : "dog")}/{i:00000}.png");

    private async Task UploadAsync(int pictures)
    {
        using var png = new MemoryStream();
        PictureWriting.WritePng(new byte[64], new PictureSize(1, 8, 8), png);
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < pictures; i++)
            {
                using var entry = zip.CreateEntry(Name(i), CompressionLevel.NoCompression).Open();
                entry.Write(png.ToArray());
            }
        }

        packed.Position = 0;
        await Services.GetRequiredService<UploadService>().AddAsync(Project, packed, "set.zip", null, "en", Xunit.TestContext.Current.CancellationToken);
    }
}

using System.IO.Compression;
using System.Text;
using Builder.Graph.Documents;
using Builder.Web.Drawings.Sheets;
using Builder.Web.Tests.Sessions;
using static Builder.Web.Tests.Drawings.Drawn;

namespace Builder.Web.Tests.Drawings;

public sealed class DrawingRendererTests
{
    private const int MostCompressed = 50_000;

    public static TheoryData<string> ReadyProjects => ["iris", "digits-cnn", "topics-lstm", "novel-gpt", "digits-gan", "sensor-autoencoder"];

    [Fact]
    public async Task Three_hundred_blocks_weigh_less_than_fifty_thousand_bytes_compressed()
    {
        var document = Many(300);
        Assert.InRange(Gzipped(await RenderAsync(Drawing.Of(Version(document)))), 1000, MostCompressed);

        var other = document.With([.. document.Blocks.Values.Where(b => b.Kind == "Linear").Select(b => new SetParameter(b.Id, "out_features", 7))]);
        Assert.InRange(Gzipped(await RenderAsync(Drawing.Compare(Version(document), Version(other), DrawingSide.Both))), 1000, MostCompressed);
    }

    [Theory]
    [MemberData(nameof(ReadyProjects))]
    public async Task A_drawing_shows_every_block_link_and_note_and_carries_no_script(string project)
    {
        var document = ReadyProject.Read(project);
        var markup = await RenderAsync(Drawing.Of(Version(document)));

        Assert.All(document.Blocks.Keys, id => Assert.Contains($"data-node-id=\"{id}\"", markup, StringComparison.Ordinal));
        Assert.Equal(document.Links.Count, Count(markup, "data-link-id="));
        Assert.Equal(document.Links.Count, Count(markup, "<path class=\"cv-wire dw-wire\" d=\"M"));
        Assert.Equal(document.Notes.Count, Count(markup, "class=\"cv-note\""));
        Assert.DoesNotContain("<script", markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" on", string.Concat(markup.Split('<').Select(tag => tag.Split('>')[0].Split('"')[0])), StringComparison.Ordinal);
        Assert.DoesNotContain("__internal", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("data-change", markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_have_written_is_text_and_never_markup()
    {
        const string Bad = "<img src=x onerror=alert(1)>";
        var document = ReadyProject.Read("iris");
        var block = document.Blocks.Values.First(b => b.Kind == "Linear");
        var after = document.With(new SetLabel(block.Id, Bad), new SetBlockNote(block.Id, Bad), new SetNote("bad", new Note("bad", Bad, default)));
        var markup = await RenderAsync(Drawing.Compare(Version(document), Version(after), DrawingSide.Both));

        Assert.DoesNotContain("<img", markup, StringComparison.Ordinal);
        Assert.True(Count(markup, "&lt;img") >= 4);
    }

    [Fact]
    public async Task It_says_in_words_what_it_shows_in_both_languages()
    {
        var document = ReadyProject.Read("digits-cnn");
        var english = await RenderAsync(Drawing.Of(Version(document)));
        var chinese = await RenderAsync(Drawing.Of(Version(document)), "zh");

        Assert.Contains($"aria-label=\"Drawing: {document.Blocks.Count} blocks, {document.Links.Count} links\"", english, StringComparison.Ordinal);
        Assert.Equal(document.Blocks.Count, Count(english[english.IndexOf("<ol>", StringComparison.Ordinal)..], "<li>"));
        Assert.Contains("leads to", english, StringComparison.Ordinal);
        Assert.Contains($"{document.Blocks.Count} 个模块", System.Net.WebUtility.HtmlDecode(chinese), StringComparison.Ordinal);
        Assert.DoesNotContain("leads to", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_project_and_one_of_unknown_kinds_can_be_drawn_as_well()
    {
        Assert.Contains("Nothing is drawn here.", await RenderAsync(Drawing.Of(Version(ProjectDocument.Create("empty")))), StringComparison.Ordinal);
        var strange = ProjectDocument.Create("strange");
        strange = strange with { Blocks = strange.Blocks.Add("a", new Block { Id = "a", Kind = "FromTheFuture", Position = new(double.MinValue / 1e300, 7) }) };
        Assert.Contains("FromTheFuture", await RenderAsync(Drawing.Of(Version(strange))), StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static long Gzipped(string markup)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(markup));
        }

        return bytes.Length;
    }
}

using System.Text;
using Builder.Graph.Documents;
using Builder.Graph.Json;

namespace Builder.Graph.Tests.Json;

public sealed class ClipboardJsonTests
{
    private const string Project = """{"format":1,"name":"p","blocks":[{"id":"a","kind":"ReLU"},{"id":"b","kind":"ReLU","group":"g"}],"groups":[{"id":"g","name":"G"}]}""";

    [Fact]
    public void The_copied_blocks_are_those_of_the_canvas_that_they_were_copied_from()
    {
        Assert.Equal(["a"], ClipboardJson.Read($$"""{"builder":1,"group":null,"project":{{Project}}}""").Blocks);
        Assert.Equal(["b"], ClipboardJson.Read($$"""{"builder":1,"group":"g","project":{{Project}}}""").Blocks);
    }

    [Fact]
    public void The_copied_remarks_are_those_of_the_same_canvas()
    {
        const string notes = """{"format":1,"name":"p","blocks":[],"groups":[{"id":"g","name":"G"}],"notes":[{"id":"x","text":"x","position":[0,0]},{"id":"y","text":"y","position":[0,0],"group":"g"}]}""";
        Assert.Equal(["x"], ClipboardJson.Read(notes).Notes);
        Assert.Equal(["y"], ClipboardJson.Read($$"""{"builder":1,"group":"g","project":{{notes}}}""").Notes);
    }

    [Fact]
    public void A_project_file_can_be_pasted_as_it_is() => Assert.Equal(["a"], ClipboardJson.Read(Project).Blocks);

    [Fact]
    public void Whatever_can_be_written_can_be_pasted()
    {
        var document = ProjectDocument.Create("任意 <b>");
        Assert.Equal("任意 <b>", ClipboardJson.Read(Encoding.UTF8.GetString(ProjectJson.Write(document))).Project.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[1, 2]")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("""{"builder":1,"project":"no"}""")]
    [InlineData("""{"builder":1,"project":{"format":99,"name":"x"}}""")]
    [InlineData("""{"format":1}""")]
    public void Anything_else_is_refused_in_words(string text)
    {
        var refused = Assert.Throws<ProjectFileException>(() => ClipboardJson.Read(text));
        Assert.NotEmpty(refused.Words.En);
        Assert.NotEmpty(refused.Words.Zh);
    }

    [Fact]
    public void Brackets_without_end_are_refused_in_words() =>
        Assert.Throws<ProjectFileException>(() => ClipboardJson.Read(new string('[', 100_000)));
}
